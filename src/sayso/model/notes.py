"""Notes: trouble in a text, or a limit of what could be established. Never an exception, never silent."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.model.span import Ref

#: Every code that a Note may carry, with what it means for the reader. The letter names the room
#: (R reading, A annotating, L linking, W weighing). docs/reference/notes.md is checked against this table.
CODES: dict[str, str] = {
    # reading
    "R101": "The file was not UTF-8; the encoding it was decoded with is named.",
    "R102": "A UTF-8 byte-order mark at the start was dropped.",
    "R104": "The article is not in English; statements in it may be missed or wrong.",
    "R105": "The text is the same as that of an earlier input; in a case it counts once.",
    "R106": "The front matter could not be read and was taken for text.",
    "R107": "A stated date could not be understood and was left out.",
    "R108": "The dates that the page states disagree; which one was taken is named.",
    "R109": "The main text could not be told from the page around it; furniture may be among the paragraphs.",
    "R110": "A row of the manifest names a file that is not there.",
    # annotating
    "A201": "No statement was found in the article.",
    "A202": "A source could not be named: a pronoun or description without a clear antecedent.",
    "A203": "A time could not be resolved to days.",
    "A204": "Somebody was asked and gave no answer, or declined to comment; that is no statement on the matter.",
    "A206": "Only times or amounts were looked for, as asked; no statement was.",
    "A299": "The article could not be annotated because of a fault in Sayso; it is kept without statements.",
    # linking
    "L301": "The article's date is not known.",
    "L302": "The article's date was inferred from its text or its neighbours.",
    "L303": "The article was published after the day asked for, or may have been, and was left out.",
    "L304": "The article was published after the question closes.",
    "L305": "A ruling names something that is not in the case, or its value cannot be read; it changed nothing.",
    "L306": "The question names no day by which it must come true.",
    "L307": "The question's last day lies before the day of the answer.",
    "L308": "A later article takes back what an origin said.",
    "L309": "Articles name each other as the ground of one claim; together they are one origin.",
    "L310": "The article's given date and its text contradict each other.",
    "L311": "A title, teaser, heading or caption says more than its text; both places are named.",
    "L312": "An article gives as its ground a report that came out later.",
    "L313": "A later article corrects a part of what an origin said; the rest of it stands.",
    "L314": "No statement of the case bears on a hypothesis; what to try is said.",
    "L315": "The words that a ruling is about no longer stand at their place in the article; it changed nothing.",
    # weighing
    "W401": "Too little in the case bears on the hypothesis; there is no answer beyond the prior.",
    "W402": "A statement that bears on a hypothesis belongs to no origin; it carries no weight.",
    "W403": "The article's date is not known to the day; it counts on the last day of the answer only.",
    "W404": "The day on which the outcome is said to have been known does not fit the case.",
    "W405": "A name in the records of past forecasts fits more than one source; that record was not used.",
}


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader should know: a code of CODES, a sentence, and the place it concerns (or None)."""

    code: str
    message: str
    ref: Ref | None = None

    def __post_init__(self) -> None:
        """Refuse a code nobody has documented."""
        if self.code not in CODES:
            raise ValueError(f"undocumented note code {self.code}")
