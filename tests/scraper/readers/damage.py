"""Damage: what copying, cropping and conversion do to a page."""

import random
from collections.abc import Sequence

_PIECES = (
    "<table>", "</table>", "```", "<td rowspan=99999 colspan=99999>x", "<!--", "<script>", '{"a":', "> - > 1. x",
    "<pre>", "\x0b\u2028x", "| a", "|---|", "<h1>", "<tr><td>", "\x0c", "- `", "# ", "GET /", "curl '", "\u0085",
)  # fmt: skip


def damage(lines: Sequence[str], generator: random.Random) -> tuple[str, ...]:
    """Cuts, repeats, swaps, empties, shuffles and joins lines, and puts stray markup between them."""
    result = list(lines)
    for _ in range(generator.randint(1, 8)):
        result = result or [""]
        at = generator.randrange(len(result))
        other = generator.randrange(len(result))
        match generator.randrange(9):
            case 0:
                del result[at : at + generator.randint(1, 20)]
            case 1:
                result.insert(other, result[at])
            case 2:
                result[at], result[other] = result[other], result[at]
            case 3:
                result[at] = result[at][: generator.randrange(len(result[at]) + 1)]
            case 4:
                result = result[: at + 1]
            case 5:
                result[at] = "".join(generator.sample(result[at], len(result[at])))
            case 6:
                result[at] = result[at].replace(generator.choice('|`"<>{}[]#-'), generator.choice('|`"<>{}[]#-'))
            case 7:
                result.insert(at, generator.choice(_PIECES))
            case _:
                result[at : at + 5] = [" ".join(result[at : at + 5])]
    return tuple(result or [""])
