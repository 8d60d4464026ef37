"""Cases with careful readers' answers are read, and answers are held against them."""

from __future__ import annotations

from datetime import date

import pytest

from evals import readers
from sayso import pipeline
from sayso.errors import FormatError

CASE = """Question: Will the harbour of Velmora close by 30 June 2024?

## 01 | The Gull | 2024-05-02
Harbour to close

The harbour master, Tarn Osk, said on Thursday that the harbour of Velmora will close in June.

## Answers
| as of | low | high | why |
| --- | --- | --- | --- |
| 2024-05-02 | 0.30 | 0.90 | who runs it says so |
| 2024-05-03 | 0.99 | 1.00 | nobody could be as sure |

## Outcome
| happened | known | source |
| --- | --- | --- |
| yes | 2024-06-20 | the harbour office |

## Forecasts
| article | who | words | by | class |
| --- | --- | --- | --- | --- |
| 01 | Tarn Osk | the harbour of Velmora will close in June | 2024-06-30 | certain |
"""


def test_a_case_is_held_against_its_readers(tmp_path):
    """One day lies in the reader's range, the other off it; the forecast is found with its day."""
    path = tmp_path / "harbour.md"
    path.write_text(CASE, encoding="utf-8")
    told = readers.figures([path], pipeline.load_brain("rules"), fingerprint="none")
    assert told.figures == {"answers in range": 50.0, "forecasts found": 100.0, "forecasts, day right": 100.0}
    assert 0 < told.errors["points off the range"] < 50


def test_a_miss_is_told_in_points():
    """Within the range nothing is missed; outside it, the distance to the nearer end."""
    reader = readers.Reader(date(2024, 5, 2), 0.2, 0.4, "")
    assert [round(reader.miss(share), 6) for share in (0.1, 0.3, 0.5)] == [10.0, 0.0, 10.0]


def test_a_case_without_tables_is_refused(tmp_path):
    """What is missing is named."""
    path = tmp_path / "harbour.md"
    path.write_text(CASE.split("## Answers", maxsplit=1)[0], encoding="utf-8")
    with pytest.raises(FormatError, match="answers and of the outcome"):
        readers.read(path)


def test_what_is_kept_aside_is_not_printed(tmp_path, capsys):
    """A case in a folder called test is refused."""
    (tmp_path / "test").mkdir()
    assert readers.main([str(tmp_path / "test" / "case.md")]) == 2
    assert "kept aside" in capsys.readouterr().err
