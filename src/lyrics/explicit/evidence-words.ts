import type { ExplicitClass } from './scene.ts';

/** Words that tell of a thing together though none does alone. */
export interface EvidenceList {
  kind: ExplicitClass;
  /** Classes of words whose presence in the line gives the words another meaning. */
  unless: readonly string[];
  /** Rows of a weight and words as in `word-classes.ts`; a line is explicit from a sum of `enough` on. */
  words: string;
  enough: number;
}

/** Two different words are needed, one of them with `TELLING` or more. */
export const TELLING = 0.75;

export const EVIDENCE: readonly EvidenceList[] = [
  {
    kind: 'violence',
    enough: 1.75,
    unless: ['CRAFT', 'PICTURE', 'CONTEST', 'COOKING'],
    words: `
      1.5 gunned gunshot# homicide stabbed strangled beheaded lynched bloodbath corpse# massacre slit slits slitting headshot# choppa# glock# glizzy
      1 sawed shotty execution shooter# ambush+ gun# pistol# ar15 ar rifle# shotgun# uzi draco ak ak47 tec mac revolver bullet# kill kills killed killing murder+ stab stabbing bleed bleeding bled blood bloody trigger# opp opps machete# shank# knife knives shoot shooting dagger grenade# morgue noose torture# slaughter+ slain assassin# hollows extended tec9 execute+ ransom hostage# gunfire choke+ strangle+ kidnap+
      0.75 chopper# widow# killer# bomb# strapped barrel squeeze squeezed squeezing clip clips slug# blade# razor# axe crowbar shot shots enemies skull# brains
      0.5 cops windshield hit hits die dies dying dead coffin# casket# grave# face head heads chest throat neck spine flesh beat beating punch+ kick+ smash+ break broke breaking cutting chop+ slice+ burn burning fire scream+ victim# rob robbed robbing drag dragged stick pole strap switch smoke smoked buried bury mow spray sprayed bat hammer chain ripped rip tear crush+ snap+ gang jaw teeth masked ski_mask drown+ hang hanging rope revenge funeral blast+ pop popped bodies spin slide enemy rival# rounds mask mercy begging alive
    `,
  },
  {
    kind: 'sexual',
    enough: 1.5,
    unless: ['COOKING'],
    words: `
      1.5 panties nipple# orgasm# quickie horny pussy clit cum thong erection boner hardon climaxed doggy missionary cowgirl
      1 freaky moan+ naked lick+ thigh# unzip+ sex suck+ spank+ undress+ headboard condom# stripper# hooker# penis vagina nude titties boobs foreplay climax+ throbbing grinding squirt+ deepthroat coochie
      0.75 bra ass booty tongue stripped strip stripping dripping grind breasts breast twerk twerking lingerie 
      0.5 clothes inside deep deeper wet legs spread bed sheets bedroom body bodies knees pants jeans skirt dress zipper belt ride riding rode came coming lap sweat sweaty sweating stroke stroking pound pounding backseat mouth throat mattress bend bent behind cream touch touching finger fingers finished finish hips waist pillow shower stroked bite biting hickeys shoulders chest top on_top couch
      0.25 shake shaking tremble slow slowly hard harder daddy kiss kissing kissed lips neck scream screaming baby night neighbors neighbours tight push pull hair skin lay inch
    `,
  },
  {
    kind: 'drugs',
    enough: 1.75,
    unless: ['SOBER', 'COOKING'],
    words: `
      1.5 backwoods snort+ bong# junkie# edibles pyrex baggie# cartel shrooms reefer kush syringe# blunts hotboxed crackhead# dopeman narcotics
      1 hash blunt# puff+ stoned kilo# brick# sniff+ fiend+ smuggle+ overdose+ huff+ huffing munchies cocaine crack weed pills dope coke rave dealer# drug drugs powder lean joint joints
      0.75 pounds lungs gelato runtz dab colors colours cough coughing poppers gram# ounce# nose pipe vein# stash stashed mushrooms tripping acid glue sling slings slinging slanging addicted tabs trap plug feds traphouse rock rocks percs molly key keys pusher bumps lines
      0.5 high needle# smoke smoking smoked roll rolling rolled rollin scale weighing weigh weighed lighter numb spoon mirror pop popping popped purple purp trip sell selling sold corner border trunk basement stove work white product zips weight pack packs powdered special cup sip sippin sipping pass passed toilet dealing fix bag bags bowl baked fat wasted faded candy syringes addict nod nodding wrist re
      0.25 block hood kitchen whip eyes red hit cops police mexico table bathroom pound grass green tree trees loud gas ash
    `,
  },
];
