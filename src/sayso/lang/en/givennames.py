"""Given names that are mostly men's or mostly women's where English newspapers write them. Lower case.

Names that both bear in numbers (Robin, Kim, Jean, Andrea, Sasha) are left out: a wrong "he" is worse than none.
"""

from __future__ import annotations

from typing import Final

HE_NAMES: Final[frozenset[str]] = frozenset(
    """aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto aleksandr aleksei alessandro alexander alexandre
    alexei alexey alfred ali allan allen alvin amir anatoly anders andré andre andreas andrei andrej andrew andrey andriy andrii andy angus anthony antoine
    anton antonio antónio antonín arnold arthur arturo august augustus barry bart bashar ben benjamin bernard bernd bernie bill billy bob boris brad brandon
    brendan brett brian bruce bruno bryan carl carlo carlos cedric charles charlie christian christoph christopher claude clive
    colin connor craig dale damian damien dan daniel daniele danny darren dave david dean denis dennis denys derek desmond diego
    dietrich dieter dimitri dimitry dirk dmitri dmitrii dmitry dominic don donald doug douglas duncan dwight ed eddie edgar edmund eduardo
    edward edwin emanuel emmanuel enrico enrique eric erik ernest ernst ethan eugene évariste evan fabio felix fernando francesco francis
    francisco françois frank franklin franz fred frederic frederick friedrich fyodor gabriel gareth gary gavin gennady geoff geoffrey george
    georg gerald gerard gerhard gianni gilbert giorgio giovanni giuseppe glenn gordon graham greg gregory grigory guillaume gustav guy hamid hans
    harold harry hassan heinrich heinz helmut henri henrik henry herbert herman hermann howard hugh hugo hussein ian ibrahim igor ilya imran isaac ismail
    ivan jack jackson jacob jacques jaime jake jakob james jamie jan jared jason javier jean-claude jean-luc jean-paul jeff jeffrey jens jeremy jerome jerry jesús
    jim jimmy joachim joe joel johan johann johannes john johnny jon jonas jonathan jordan jörg jorge josé jose josef joseph josh joshua juan juergen jürgen julian julius
    justin kamal karim karl keith ken kenneth kenny kevin khaled kirill klaus konstantin kostas kurt kyle lars larry laurent lawrence lee leo leon leonard leonid leopold
    lewis lorenzo louis luca lucas luigi luis luiz lukas luke magnus mahmoud malcolm manfred manuel marc marcel marco marcus mariano marin mario mark marko markus
    martin marvin mathias matt matteo matthew matthias maurice max maxim maxime mehmet melvin michael michel miguel mikael mike mikhail milan miles milos mitch
    mohamed mohammad mohammed moritz muhammad murray mustafa mykola mykhailo nathan nathaniel neil nelson nicholas nick nicolas niels nigel nikita niklas nikolai nikolay nikos
    noah norbert norman oleg oleh oleksandr oleksiy oliver olivier omar oscar oskar otto owen pablo paolo patrick paul pavel pavlo pedro per peter petr petro petros phil
    philip philippe phillip pierre pieter piotr pyotr rafael rainer ralph ramón ramzan rashid raúl ray raymond rené ricardo riccardo richard rick rob robert roberto rodrigo roger roland rolf
    roman ronald ron ross roy rudolf rudy rupert russell ruslan ryan said salvador sam samuel saul scott sean sebastian serge sergei sergey serhiy sergio seth shane
    shimon shinzo sidney simon sofiane stanislav stanley stefan stefano stephen steve steven stewart stuart sven sylvester tariq ted terence terry theodore theo thomas tiziano tobias toby todd tom tomás tomasz tommy tony
    travis trevor tristan tyler ulrich umberto valentin valery vasily vasyl viktor victor vilhelm vincent vitali vitaly vitalii vlad vladimir vladislav volodymyr volker walter warren wayne
    werner wilfried wilhelm will willem william winston wolfgang xavier yaroslav yasser yevgeny yevhen yuri yurii yury yusuf yves zbigniew zoran""".split()
)
SHE_NAMES: Final[frozenset[str]] = frozenset(
    """abigail ada adele agnes agnieszka aisha alana alexandra alice alicia alina alison allison alyona amanda amber amelia amina amy ana anastasia
    angela angelina anita ann anna annabel anne annette annie antonia april ariana astrid audrey barbara beatrice beatrix becky bella
    bernadette beth betty beverly birgit bonnie brenda bridget brigitte brittany camilla carla carmen carol carole caroline carolyn
    catherine cathy cecilia celia charlene charlotte chelsea cheryl chiara chloe christina christine claire clara claudia colette colleen
    concepción connie cora cordelia cristina cynthia daisy daniela danielle daria darya deborah debbie deirdre delia denise diana diane dina dolores donna dora doris
    dorothy edith edna eileen ekaterina elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth ella ellen elsa elvira emilia emily emma
    erica erika erin esther eugenia eva eve evelyn fatima felicity fiona florence frances francesca françoise freya gabriela gabriella gabrielle galina gemma georgia
    georgina geraldine gertrude gillian gina giorgia gisela giulia gladys gloria grace greta gretchen gwen hanna hannah harriet hazel
    heather hedwig heidi heike helen helena helene helga henrietta hilary hilda hillary ida ilse ines inga inge ingeborg ingrid irena irene irina iris irma isabel
    isabella isabelle ivana ivy iwona jacqueline jana jane janet janice jeanne jeannette jelena jemima jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn johanna
    josefina josephine joy joyce juana judith judy julia juliana julie juliet june justine karen karin karla karolina kate katerina katharina katherine kathleen
    kathryn kathy katie katja katrina katya kayla kerstin kirsten kristen kristin kristina ksenia lara larisa laura lauren laurence leah leila lena leonora leticia lidia liliana
    lily linda lisa lise liz liza lois lola lorraine louisa louise lucia lucie lucy ludmila luisa luise lydia lynn lyudmila madeleine magdalena maggie malala
    manuela marcia margaret margarita margot marguerite maria mariam marian marianne marie marina marion marjorie marlene marta martha martina mary
    maryna mathilde matilda maud maureen megan melanie melinda melissa mercedes mia michelle mildred milena minna mira miranda miriam molly monica monika muriel nadezhda nadia nadine nadja nancy
    naomi natalia natalie natalya natasha nathalie nell nicola nicole nina noor nora norma odile olena olga olha olivia oksana ottilie paloma pamela patricia paula pauline
    penelope penny petra philippa phoebe phyllis pilar polina polly priscilla rachel raisa ramona rebecca regina renata renate rita roberta rosa rosalind rose rosemary rosie
    roxana ruth sabine sabrina sally samantha sandra sara sarah selma shannon sharon sheila shelley sherri shirley sigrid silvia simone sofia sonia sonja sophia sophie stella
    stephanie sue susan susanna susanne suzanne svetlana svitlana sylvia sylvie tamara tania tanya tara tatiana tatyana teresa tess tetiana theresa therese tina toni tricia trudy ulrike ursula
    valentina valeria vanessa vera veronica veronika victoria viktoria viola violet virginia viviane wanda wendy wilhelmina yelena yolanda yulia yuliya yvette yvonne zadie zaha zara zelda zeynep zoe""".split()
)
