"""Small patches that the command line is tried with."""

from __future__ import annotations

GOOD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 0 1 0;\n"
BAD = "#N canvas 0 50 450 300 12;\n#X obj 20 20 bng;\n#X obj 20 60 print;\n#X connect 0 3 1 0;\n"
SCRIPT = "#N canvas 0 50 450 300 12;\npd quit;\n"
FAN = (
    "#N canvas 0 50 450 300 12;\n#X floatatom 20 20 5 0 0 0 - - -;\n#X obj 20 60 * 2;\n"
    "#X obj 90 60 + 1;\n#X obj 20 120 pack;\n#X obj 20 150 print;\n#X connect 0 0 1 0;\n"
    "#X connect 0 0 2 0;\n#X connect 1 0 3 0;\n#X connect 2 0 3 1;\n#X connect 3 0 4 0;\n"
)
SPELT = GOOD.replace("bng", "Metro 500")
