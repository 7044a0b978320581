"""Pages, document and package of an API as they are committed: do they still say the same? Nothing is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.build import Outcome, name_path, survey_apis

if TYPE_CHECKING:
    from generator.build import Rendered, Say
    from generator.config import ApiConfig, Config
    from generator.pages import Means
    from spec.diff.changes import Change


@dataclass(frozen=True, slots=True)
class Verdict:
    """What disagrees in one API, as three answers.

    Attributes:
        outcome: What a build would do.
        document: What the pages say and the document does not, and the other way round.
        package: The files of the package that are not what the document gives.
        edited: The files that somebody changed by hand.
    """

    outcome: Outcome
    document: tuple[Change, ...] = ()
    package: tuple[Change, ...] = ()
    edited: tuple[Change, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """All of it."""
        return (*self.document, *self.package, *self.edited)


def check_apis(
    config: Config,
    apis: Sequence[ApiConfig],
    *,
    fresh: bool = False,
    means: Means | None = None,
    say: Say = lambda _message: None,
) -> tuple[Verdict, ...]:
    """Compares what is committed with what the pages give, in memory.

    The verdict has changes exactly if a build would change a file. An API whose inputs and outputs are those of the
    last build is not looked at more closely.

    Args:
        config: The configuration.
        apis: Those of its APIs that are to be checked.
        fresh: Look at everything, even where nothing has changed since the last build.
        means: How pages are read.
        say: Called with what is being done.

    Raises:
        InputError, UnknownDialectError, OverlayError, InvalidDocumentError: See `render_api`.
        OutputError: The package's folder cannot be read.
    """
    survey = survey_apis(config, apis, fresh=fresh, means=means, say=say)
    verdicts = {name: Verdict(outcome) for name, outcome in survey.outcomes.items()}
    for rendered in survey.rendered:
        outcome = survey.outcomes[rendered.api.name]
        if outcome.changes:
            verdicts[rendered.api.name] = _examine(config, rendered, outcome)
    return tuple(verdicts[api.name] for api in apis)


@dataclass(frozen=True, slots=True)
class Checked:
    """The verdicts about APIs, and why there is none about the others."""

    verdicts: tuple[Verdict, ...]
    errors: tuple[Exception, ...] = ()


def check_each(
    config: Config,
    apis: Sequence[ApiConfig],
    *,
    fresh: bool = False,
    means: Means | None = None,
    say: Say = lambda _message: None,
) -> Checked:
    """The same, but an API whose input cannot be read keeps no other from being checked.

    Raises:
        UnknownDialectError, OutputError: See `check_apis`.
    """

    def check(some: Sequence[ApiConfig]) -> tuple[Verdict, ...]:
        return check_apis(config, some, fresh=fresh, means=means, say=say)

    try:
        return Checked(check(apis))
    except _unreadable() as error:
        if len(apis) == 1:
            return Checked((), (error,))
    verdicts: list[Verdict] = []
    errors: list[Exception] = []
    for api in apis:  # what was read is kept for this
        try:
            verdicts += check([api])
        except _unreadable() as error:
            errors.append(error)
    return Checked(tuple(verdicts), tuple(errors))


def _unreadable() -> tuple[type[Exception], ...]:
    """What is wrong with the input of one API; asked only when something was raised, as imports are slow."""
    from generator.pages import InvalidDocumentError
    from scraper.page import InputError
    from spec.load import DocumentError

    return InputError, DocumentError, InvalidDocumentError


def _examine(config: Config, rendered: Rendered, outcome: Outcome) -> Verdict:
    # Only a disagreement needs the comparison, which is slow to import.
    from generator.drift.answers import Examination

    found = Examination(config, rendered)
    name = name_path(config, rendered.api.document)
    verdict = Verdict(outcome, found.document(), found.package(), found.edited())
    return replace(
        verdict,
        document=_in_document(verdict.document, name),
        package=_in_document(verdict.package, name),
        edited=_in_document(verdict.edited, name),
    )


def _in_document(changes: Sequence[Change], name: str) -> tuple[Change, ...]:
    return tuple(replace(change, document=name) for change in changes)
