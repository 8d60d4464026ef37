"""What tells whether a sentence in an article's own words has a ground of its own."""

from __future__ import annotations

from typing import Final

#: Words of saying and finding out: whose words these are is told in the sentence.
GROUNDED: Final = (
    r"\b(?:according to|in the words of|sa(?:ys?|id)|t(?:ells?|old)|wr(?:ites?|ote|itten)|reported|reports that|claims|claimed|"
    r"announce[sd]|confirm(?:s|ed)|assure[sd]|den(?:y|ies|ied)|insist(?:s|ed)|warn(?:s|ed)|argue[sd]|"
    r"add(?:s|ed)|answer(?:s|ed)|repl(?:y|ies|ied)|stress(?:es|ed)|admit(?:s|ted)|concede[sd]|disclose[sd]|"
    r"underline[sd]|noted|reveal(?:s|ed)|post(?:s|ed)|(?:has|had|have) it that|r[au]ns? (?:\w{1,12} ){0,2}line|"
    r"calculate[sd]|reckon(?:s|ed)|estimate[sd]|worked out|found out|learn(?:t|s|ed)|quoted|cit(?:es|ed|ing)|asked|"
    r"as (?:\w{1,20} ){1,5}(?:put it|has it|knows?|know|saw|shows?))\b"
)

#: A reply that could not be had, or was refused.
NO_ANSWER: Final = (
    r"\b(?:reached for comment|(?:declin|refus)\w{1,4} to|(?:did|does|would) not (?:\w{1,12} )?(?:respond|reply|answer|comment|"
    r"want to be)|no (?:comment|reply|answer|response)|not available for)\b"
)

#: The outlet itself: what it saw, and what it says to its readers.
OURSELVES: Final = (
    r"\b(?:we|us|our|ours|i|my|me|this (?:newspaper|paper|journal|magazine|station|reporter|correspondent|programme)|"
    r"(?:a|our|the) (?:\w{2,20} )?(?:reporter|correspondent|editor|agent|man)s? (?:saw|counted|read|drove|went|was|looked)|"
    r"all rights reserved|copyright|subscri(?:be|bers?|ption)|published (?:at|on|by|every)|appears? (?:on|every)|"
    r"editing by|reporting by|readers?|listeners?|you|your)\b|©"
)

#: What is said before is taken back: a sentence that repeats it does not say it again.
UNDOING: Final = (
    r"\b(?:not \d|void|no longer|withdr[ae]w\w{0,3}|retract\w{0,4}|t(?:akes?|ook|aken) (?:\w{1,12} ){0,4}back|upheld|correct(?:s|ed|ion)|"
    r"(?:by|a|the) mistakes?|regrets?|apologi[sz]e[sd]?|mistaken|untrue|wrongly|in error|struck out)\b"
)

#: Names of notices that every issue carries.
NOTICE: Final = (
    r"\b(?:editing by|reporting by|writing by|photos?(?:graphs?)? by|published|printed|reproduced|copyright|reserved|advice to|"
    r"interests?: none|paid for by|next (?:week|issue)|page \d)\b|^\s*\(?by [A-Z]"
)
