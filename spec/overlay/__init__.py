"""Human corrections that survive re-scraping: OpenAPI Overlay 1.0 and 1.1.

oas-patch changes the document; around it stand the rules of this project. Every action says why
(`description`) and which page it corrects (`x-page`), a target that matches nothing is an error, since
then the page has changed under the correction, and the source map follows what happens to the document.
"""
