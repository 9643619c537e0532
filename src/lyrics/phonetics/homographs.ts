import { parsePhones } from './phones.ts';

/** One way to read a spelling, and what it then means. */
export interface Reading {
  readonly phones: readonly number[];
  readonly gloss: string;
}

/**
 * Spellings with readings that differ in meaning, the most common reading first: "word: ARPABET = gloss | …". The first
 * decides how many syllables the word counts in a text. Dialect variants of one reading are not listed.
 */
const TABLE = `
abuse: AH0 B Y UW1 Z = to abuse | AH0 B Y UW1 S = an abuse
abuses: AH0 B Y UW1 Z IH0 Z = he abuses | AH0 B Y UW1 S IH0 Z = several abuses
addict: AE1 D IH0 K T = an addict | AH0 D IH1 K T = to addict
address: AH0 D R EH1 S = to address | AE1 D R EH2 S = where one lives
addresses: AH0 D R EH1 S IH0 Z = he addresses | AE1 D R EH2 S IH0 Z = several addresses
agape: AH0 G EY1 P = wide open | AA1 G AH0 P EY2 = love
aged: EY1 JH D = grown old | EY1 JH IH0 D = the old
ally: AE1 L AY0 = a friend | AH0 L AY1 = to join
attribute: AH0 T R IH1 B Y UW2 T = to attribute | AE1 T R AH0 B Y UW2 T = a quality
august: AO1 G AH0 S T = the month | AO0 G AH1 S T = noble
axes: AE1 K S IH0 Z = several of axe | AE1 K S IY2 Z = several of axis
bases: B EY1 S IH0 Z = several of base | B EY1 S IY2 Z = several of basis
bass: B EY1 S = low notes | B AE1 S = a fish
beloved: B IH0 L AH1 V IH0 D = dear | B IH0 L AH1 V D = loved
blessed: B L EH1 S T = has blessed | B L EH1 S IH0 D = holy
bow: B OW1 = of an archer, of a ribbon | B AW1 = to bend; of a ship
bowed: B AW1 D = has bent down | B OW1 D = curved
bows: B OW1 Z = of archers, of ribbons | B AW1 Z = he bends down
bowing: B AW1 IH0 NG = bending down | B OW1 IH0 NG = with a bow
buffet: B AH0 F EY1 = a meal | B AH1 F IH0 T = to strike
close: K L OW1 S = near | K L OW1 Z = to shut
closer: K L OW1 S ER0 = nearer | K L OW1 Z ER0 = one who shuts
combat: K AA1 M B AE2 T = a fight | K AH0 M B AE1 T = to fight
combine: K AH0 M B AY1 N = to join | K AA1 M B AY2 N = a harvester
commune: K AA1 M Y UW2 N = a community | K AH0 M Y UW1 N = to feel at one
compact: K AA1 M P AE2 K T = an agreement | K AH0 M P AE1 K T = dense
complex: K AA1 M P L EH2 K S = several buildings | K AH0 M P L EH1 K S = not simple
compound: K AA1 M P AW2 N D = a mixture | K AH0 M P AW1 N D = to add to
compress: K AH0 M P R EH1 S = to press | K AA1 M P R EH2 S = a bandage
concert: K AA1 N S ER0 T = music | K AH0 N S ER1 T = to plan together
conduct: K AH0 N D AH1 K T = to lead | K AA1 N D AH2 K T = behaviour
confine: K AH0 N F AY1 N = to shut in | K AA1 N F AY2 N = a limit
conflict: K AA1 N F L IH2 K T = a conflict | K AH0 N F L IH1 K T = to clash
console: K AH0 N S OW1 L = to comfort | K AA1 N S OW2 L = a control desk
consoles: K AH0 N S OW1 L Z = he comforts | K AA1 N S OW2 L Z = control desks
construct: K AH0 N S T R AH1 K T = to build | K AA1 N S T R AH2 K T = an idea
contest: K AA1 N T EH2 S T = a contest | K AH0 N T EH1 S T = to dispute
content: K AH0 N T EH1 N T = pleased | K AA1 N T EH2 N T = what is inside
contents: K AA1 N T EH2 N T S = what is inside | K AH0 N T EH1 N T S = it pleases
contract: K AA1 N T R AE2 K T = an agreement | K AH0 N T R AE1 K T = to shrink
contracts: K AA1 N T R AE2 K T S = agreements | K AH0 N T R AE1 K T S = it shrinks
contrast: K AA1 N T R AE2 S T = a contrast | K AH0 N T R AE1 S T = to compare
converse: K AH0 N V ER1 S = to talk | K AA1 N V ER2 S = the opposite; the shoes
convert: K AH0 N V ER1 T = to change | K AA1 N V ER2 T = one who changed
convict: K AA1 N V IH2 K T = a prisoner | K AH0 N V IH1 K T = to find guilty
convicts: K AA1 N V IH2 K T S = prisoners | K AH0 N V IH1 K T S = it finds guilty
crooked: K R UH1 K IH0 D = bent | K R UH1 K T = has crooked a finger
cursed: K ER1 S T = under a curse | K ER1 S IH0 D = hateful
decrease: D IH0 K R IY1 S = to become less | D IY1 K R IY2 S = a fall
defect: D IY1 F EH2 K T = a fault | D IH0 F EH1 K T = to change sides
desert: D EH1 Z ER0 T = dry land | D IH0 Z ER1 T = to leave
deserts: D EH1 Z ER0 T S = dry lands | D IH0 Z ER1 T S = he leaves; what one deserves
detail: D IY1 T EY2 L = a detail | D IH0 T EY1 L = to list
digest: D AY0 JH EH1 S T = to take in | D AY1 JH EH2 S T = a summary
discharge: D IH0 S CH AA1 R JH = to release | D IH1 S CH AA2 R JH = a release
discount: D IH1 S K AW2 N T = a lower price | D IH0 S K AW1 N T = to disregard
does: D AH1 Z = of to do | D OW1 Z = female deer
dove: D AH1 V = a bird | D OW1 V = past of dive
dr: D AA1 K T ER0 = doctor | D R AY1 V = drive, in an address
ensign: EH1 N S AH0 N = an officer | EH1 N S AY2 N = a flag
entrance: EH1 N T R AH0 N S = a way in | EH0 N T R AE1 N S = to charm
escort: EH1 S K AO2 R T = one who goes along | EH0 S K AO1 R T = to go along
essay: EH1 S EY2 = a text | EH0 S EY1 = to try
evening: IY1 V N IH0 NG = late in the day | IY1 V AH0 N IH0 NG = making even
excuse: IH0 K S K Y UW1 Z = to excuse | IH0 K S K Y UW1 S = an excuse
excuses: IH0 K S K Y UW1 S IH0 Z = several excuses | IH0 K S K Y UW1 Z IH0 Z = he excuses
exploit: EH1 K S P L OY2 T = a deed | IH0 K S P L OY1 T = to exploit
export: EH0 K S P AO1 R T = to export | EH1 K S P AO2 R T = an export
expose: IH0 K S P OW1 Z = to show | EH2 K S P OW0 Z EY1 = an exposé
extract: IH0 K S T R AE1 K T = to take out | EH1 K S T R AE2 K T = an extract
ferment: F ER0 M EH1 N T = to ferment | F ER1 M EH2 N T = unrest
frequent: F R IY1 K W AH0 N T = often | F R IY0 K W EH1 N T = to visit often
house: HH AW1 S = a house | HH AW1 Z = to house
impact: IH1 M P AE2 K T = an impact | IH0 M P AE1 K T = to affect
import: IH0 M P AO1 R T = to import | IH1 M P AO2 R T = an import
incense: IH1 N S EH2 N S = burnt for its smell | IH0 N S EH1 N S = to enrage
incline: IH0 N K L AY1 N = to lean | IH1 N K L AY2 N = a slope
increase: IH0 N K R IY1 S = to grow | IH1 N K R IY2 S = growth
insert: IH0 N S ER1 T = to put in | IH1 N S ER2 T = something put in
insult: IH1 N S AH2 L T = an insult | IH0 N S AH1 L T = to insult
insults: IH1 N S AH2 L T S = several insults | IH0 N S AH1 L T S = he insults
intern: IH1 N T ER0 N = a trainee | IH0 N T ER1 N = to lock up
invalid: IH0 N V AE1 L AH0 D = not valid | IH1 N V AH0 L AH0 D = a sick person
invite: IH0 N V AY1 T = to invite | IH1 N V AY2 T = an invitation
job: JH AA1 B = work | JH OW1 B = of the Bible
lame: L EY1 M = limping; dull | L AA0 M EY1 = lamé
laminate: L AE1 M AH0 N EY2 T = to laminate | L AE1 M AH0 N AH0 T = a laminate
lead: L IY1 D = to go first | L EH1 D = the metal
leads: L IY1 D Z = he goes first | L EH1 D Z = bits of the metal
learned: L ER1 N D = has learned | L ER1 N IH0 D = knowing much
legged: L EH1 G IH0 D = with legs | L EH1 G D = has run
lima: L IY1 M AH0 = the city | L AY1 M AH0 = the bean
live: L IH1 V = to live | L AY1 V = on stage; alive
lived: L IH1 V D = has lived | L AY1 V D = with a life
lives: L AY1 V Z = several of life | L IH1 V Z = he lives
minute: M IH1 N AH0 T = sixty seconds | M AY0 N UW1 T = tiny
misuse: M IH0 S Y UW1 Z = to use wrongly | M IH0 S Y UW1 S = a wrong use
mobile: M OW1 B AH0 L = able to move | M OW1 B AY2 L = a phone | M OW0 B IY1 L = the city
moped: M OW1 P EH2 D = a motorbike | M OW1 P T = has moped
mouth: M AW1 TH = a mouth | M AW1 DH = to form words
multiply: M AH1 L T AH0 P L AY2 = to increase | M AH1 L T AH0 P L IY0 = in many ways
nice: N AY1 S = pleasant | N IY1 S = the city
number: N AH1 M B ER0 = a figure | N AH1 M ER0 = more numb
object: AA1 B JH EH0 K T = a thing | AH0 B JH EH1 K T = to oppose
objects: AA1 B JH EH0 K T S = things | AH0 B JH EH1 K T S = he opposes
overthrow: OW2 V ER0 TH R OW1 = to bring down | OW1 V ER0 TH R OW2 = a fall
pate: P EY1 T = a head | P AA0 T EY1 = pâté
perfect: P ER1 F IH0 K T = without fault | P ER0 F EH1 K T = to make perfect
perfume: P ER1 F Y UW2 M = a perfume | P ER0 F Y UW1 M = to scent
permit: P ER0 M IH1 T = to allow | P ER1 M IH2 T = a licence
permits: P ER0 M IH1 T S = it allows | P ER1 M IH2 T S = licences
pervert: P ER1 V ER0 T = a pervert | P ER0 V ER1 T = to pervert
polish: P AA1 L IH0 SH = to make shine | P OW1 L IH0 SH = of Poland
present: P R EH1 Z AH0 N T = now; a gift | P R IY0 Z EH1 N T = to present
presents: P R EH1 Z AH0 N T S = gifts | P R IY0 Z EH1 N T S = he presents
primer: P R AY1 M ER0 = a first coat | P R IH1 M ER0 = a first book
produce: P R AH0 D UW1 S = to make | P R OW1 D UW2 S = fruit and vegetables
progress: P R AA1 G R EH2 S = progress | P R AH0 G R EH1 S = to go on
project: P R AA1 JH EH2 K T = a plan | P R AH0 JH EH1 K T = to throw forward
projects: P R AA1 JH EH2 K T S = plans; housing | P R AH0 JH EH1 K T S = he throws forward
protest: P R OW1 T EH2 S T = a protest | P R AH0 T EH1 S T = to object
putting: P UH1 T IH0 NG = of to put | P AH1 T IH0 NG = in golf
read: R IY1 D = to read | R EH1 D = past of read
reading: R IY1 D IH0 NG = of to read | R EH1 D IH0 NG = the town
rebel: R EH1 B AH0 L = a rebel | R IH0 B EH1 L = to revolt
rebels: R EH1 B AH0 L Z = several rebels | R IH0 B EH1 L Z = he revolts
recall: R IH0 K AO1 L = to remember | R IY1 K AO2 L = a calling back
record: R EH1 K ER0 D = a record | R IH0 K AO1 R D = to record
records: R EH1 K ER0 D Z = several records | R IH0 K AO1 R D Z = he records
refund: R IY1 F AH2 N D = money back | R IH0 F AH1 N D = to pay back
refuse: R IH0 F Y UW1 Z = to say no | R EH1 F Y UW2 S = rubbish
reject: R IH0 JH EH1 K T = to refuse | R IY1 JH EH2 K T = a thing refused
rejects: R IH0 JH EH1 K T S = he refuses | R IY1 JH EH2 K T S = things refused
relay: R IY1 L EY2 = a race | R IH0 L EY1 = to pass on
research: R IY1 S ER2 CH = research | R IH0 S ER1 CH = to look into
resign: R IH0 Z AY1 N = to give up | R IY0 S AY1 N = to sign again
resort: R IH0 Z AO1 R T = a place to stay | R IY0 S AO1 R T = to sort again
resume: R IH0 Z UW1 M = to go on | R EH1 Z AH0 M EY2 = a résumé
retake: R IY0 T EY1 K = to take again | R IY1 T EY2 K = a second try
romance: R OW0 M AE1 N S = love | R OW1 M AE2 N S = a love story
rose: R OW1 Z = a flower; past of rise | R OW0 Z EY1 = rosé
row: R OW1 = a line; to use oars | R AW1 = a quarrel
rows: R OW1 Z = lines | R AW1 Z = quarrels
rowing: R OW1 IH0 NG = with oars | R AW1 IH0 NG = quarrelling
sake: S EY1 K = benefit | S AA1 K IY0 = rice wine
second: S EH1 K AH0 N D = after the first; a moment | S IH0 K AA1 N D = to move elsewhere
segment: S EH1 G M AH0 N T = a part | S EH0 G M EH1 N T = to divide
sewer: S UW1 ER0 = a drain | S OW1 ER0 = one who sews
sewers: S UW1 ER0 Z = drains | S OW1 ER0 Z = those who sew
shower: SH AW1 ER0 = rain; a wash | SH OW1 ER0 = one who shows
skied: S K IY1 D = has gone on skis | S K AY1 D = hit high
slough: S L AH1 F = to cast off | S L UW1 = a swamp
sow: S OW1 = to plant | S AW1 = a pig
sows: S OW1 Z = he plants | S AW1 Z = pigs
st: S T R IY1 T = street | S EY1 N T = saint
subject: S AH1 B JH IH0 K T = a topic | S AH0 B JH EH1 K T = to expose to
subjects: S AH1 B JH IH0 K T S = topics | S AH0 B JH EH1 K T S = he exposes to
supposed: S AH0 P OW1 Z D = has supposed | S AH0 P OW1 Z IH0 D = so-called
survey: S ER1 V EY2 = a survey | S ER0 V EY1 = to look over
suspect: S AH0 S P EH1 K T = to suspect | S AH1 S P EH2 K T = a suspect
suspects: S AH0 S P EH1 K T S = he suspects | S AH1 S P EH2 K T S = several suspects
tarry: T AE1 R IY0 = to stay | T AA1 R IY0 = like tar
tear: T EH1 R = to rip | T IH1 R = from an eye
tears: T IH1 R Z = from the eyes | T EH1 R Z = he rips
tier: T IH1 R = a level | T AY1 ER0 = one who ties
torment: T AO1 R M EH2 N T = pain | T AO0 R M EH1 N T = to hurt
tower: T AW1 ER0 = a high building | T OW1 ER0 = one who tows
transfer: T R AE0 N S F ER1 = to move | T R AE1 N S F ER2 = a move
transplant: T R AE0 N S P L AE1 N T = to move | T R AE1 N S P L AE2 N T = a transplant
transport: T R AE0 N S P AO1 R T = to carry | T R AE1 N S P AO2 R T = carrying
upset: AH0 P S EH1 T = to trouble | AH1 P S EH2 T = a surprise
use: Y UW1 Z = to use | Y UW1 S = a use
used: Y UW1 Z D = has used | Y UW1 S T = used to
uses: Y UW1 Z IH0 Z = he uses | Y UW1 S IH0 Z = several uses
wicked: W IH1 K IH0 D = evil | W IH1 K T = with a wick
wind: W IH1 N D = moving air | W AY1 N D = to turn
winding: W AY1 N D IH0 NG = turning | W IH1 N D IH0 NG = taking the breath away
winds: W IH1 N D Z = moving air | W AY1 N D Z = it turns
wound: W UW1 N D = an injury | W AW1 N D = past of wind
`;

const READINGS: ReadonlyMap<string, readonly Reading[]> = new Map(
  TABLE.trim()
    .split('\n')
    .map((row) => {
      const [spelling = '', listed = ''] = row.split(': ');
      const readings = listed.split(' | ').map((part) => {
        const [phones = '', gloss = ''] = part.split(' = ');
        return { phones: parsePhones(phones), gloss };
      });
      return [spelling, readings];
    }),
);

/** The readings of a homograph, the most common first; undefined for any other word. */
export const readingsOf = (spelling: string): readonly Reading[] | undefined => READINGS.get(spelling);
