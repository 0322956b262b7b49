#!/usr/bin/env python3
"""Makes the bundled fonts: subset.py FOLDER, the folder `web` of the npm package inter-ui 4.1.1.

Needs fonttools 4.68 and brotli (PyPI). Keeps Latin with all diacritics (Vietnamese too), Greek (polytonic too), Cyrillic,
punctuation, currencies and the signs that are drawn; kerning and marks; no other feature, so that text is drawn as it is
written ("->" stays two characters). Hints are dropped. The time stamps come from the source, so the files are the same each time.
"""
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

RANGES = [
    (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x02AF), (0x02B0, 0x02FF), (0x0300, 0x036F),  # Latin and combining marks
    (0x0370, 0x03FF), (0x1F00, 0x1FFF),  # Greek
    (0x0400, 0x052F),  # Cyrillic
    (0x1E00, 0x1EFF),  # Latin of Vietnamese and of transliterations
    (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x215F),  # punctuation, digits, currencies, № ™ ½
    (0xFB01, 0xFB02), (0xFFFD, 0xFFFD),
]
SIGNS = "←↑→↓↔↕↗↘↩↵⇒⇧−√∞≈≠≤≥⌃⌘⌥⌫⏎●○■□▲△▶▷▼▽◀◁◆◇✓✗★☆☀⚠"


def main(folder):
    out = Path(__file__).parent
    for weight in ("Regular", "Medium", "SemiBold"):
        font = TTFont(folder / f"Inter-{weight}.woff2", recalcTimestamp=False)
        font.flavor = None
        options = subset.Options()
        options.layout_features = ["kern", "mark", "mkmk", "ccmp"]
        options.hinting = False
        options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
        options.notdef_outline = True
        options.glyph_names = False
        options.drop_tables += ["DSIG"]
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)] + [ord(c) for c in SIGNS])
        subsetter.subset(font)
        file = out / f"Inter-{weight}.ttf"
        font.save(file, reorderTables=True)
        print(f"{file.name}: {file.stat().st_size} bytes, {len(font.getBestCmap())} characters")


main(Path(sys.argv[1]))
