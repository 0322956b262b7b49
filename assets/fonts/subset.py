#!/usr/bin/env python3
"""Makes the bundled fonts: subset.py INTER ARABIC HEBREW, the folders `web` of the npm package inter-ui 4.1.1 and `files` of
@fontsource/noto-sans-arabic 5.3.0 and @fontsource/noto-sans-hebrew 5.3.0.

Needs fonttools 4.68 and brotli (PyPI). Of Inter it keeps Latin with all diacritics (Vietnamese too), Greek (polytonic too), Cyrillic,
punctuation, currencies and the signs that are drawn; kerning and marks; no other feature, so that text is drawn as it is
written ("->" stays two characters). Of the Noto fonts it keeps the letters of Arabic, Persian, Urdu, Hebrew and Yiddish with their
joining, ligatures that the script requires, kerning and marks. Hints are dropped. The time stamps come from the source, so the files are the same each time.
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


JOINERS = (0x200C, 0x200F)
ARABIC = [(0x0600, 0x06FF), JOINERS]
HEBREW = [(0x0590, 0x05FF), (0xFB1D, 0xFB4F), JOINERS]
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600}


def made(source, name, ranges, features, signs=""):
    font = TTFont(source, recalcTimestamp=False)
    font.flavor = None
    options = subset.Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    options.notdef_outline = True
    options.glyph_names = False
    options.drop_tables += ["DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in ranges for c in range(first, last + 1)] + [ord(c) for c in signs])
    subsetter.subset(font)
    for record in font["name"].names:  # the Hebrew files were cut from a variable font that begins with Thin
        record.string = str(record).replace(" Thin", "").replace("Thin-", "-")
    file = Path(__file__).parent / f"{name}.ttf"
    font.save(file, reorderTables=True)
    print(f"{file.name}: {file.stat().st_size} bytes, {len(font.getBestCmap())} characters")


def main(inter, arabic, hebrew):
    joining = ["ccmp", "isol", "init", "medi", "fina", "rlig", "calt", "kern", "mark", "mkmk"]
    for weight, number in WEIGHTS.items():
        made(inter / f"Inter-{weight}.woff2", f"Inter-{weight}", RANGES, ["kern", "mark", "mkmk", "ccmp"], SIGNS)
        made(arabic / f"noto-sans-arabic-arabic-{number}-normal.woff2", f"NotoSansArabic-{weight}", ARABIC, joining)
        made(hebrew / f"noto-sans-hebrew-hebrew-{number}-normal.woff2", f"NotoSansHebrew-{weight}", HEBREW, joining)


main(*map(Path, sys.argv[1:4]))
