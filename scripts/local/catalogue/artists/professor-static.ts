import type { CatalogueArtist } from '../types.ts';

export const professorStatic: CatalogueArtist = {
  name: 'Professor Static',
  slug: 'professor-static',
  bio: 'Battle rapper and lapsed lab technician who has held the same basement office since 1990. Robots, chess clocks, contested hamsters and rhymes four syllables deep.',
  songs: [
    {
      title: 'Office Hours',
      album: 'Syllabus of Errors',
      releaseDate: '1990-11-06',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch'],
      producers: ['DJ Petri Dish'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'battle rap', 'nerdcore'],
      durationSeconds: 228,
      relation: null,
      lyrics: `[Intro]
Settle down. Pencils out
Today's lecture: what was wrong with the last rapper's lecture

[Verse 1]
Thermodynamics, you burn and you panic
A worm in a sandwich, I'm stern and titanic
I turn up gigantic with urns of satanic
Black coffee, I'm learned, I'm firm, I'm pedantic
I heat up my diction with Bunsen and beaker
It bubbles, it hisses, it munches a speaker
It's up on the ceiling, it's punching a teacher
It wants a career and it's crunching a sneaker
You came with a crew and some borrowed bravado
I came with a newt and an old avocado
I hooked up a cable, they sang with vibrato
They're headlining Tuesday. You're opening. Bravo
My class is at nine, and you missed it, you're tardy
Your last twenty lines are like biscuits at parties
They're dry and they're mine, 'cause you lifted them, smarty
Get back in the line with the misfits, the arty

[Hook]
Office hours! (Knock before you enter)
Second basement, past the skeleton, it's dead center
Office hours! (Take a seat, don't touch)
That's a brain inside a pickle jar, he doesn't like you much
Office hours! (Get your extra credit)
If your style is on the syllabus it's 'cause I had to edit
Office hours! (Shut the door behind you)
There's a battle in the boiler room, the grading curve will find you

[Verse 2]
My rhymes are isosceles, two sides agree
The third's a colossus with preposterous knees
I toss you philosophies, Socrates' keys
You cough up apologies, awfully cheap
You're the hypotenuse, you're the longest of lines
You've got an excuse and the wrong set of sines
A pot full of juice and a song about wine
You're not of much use till I've squared you with mine
I built a shrink ray and I aimed at your talent
It blinked and displayed, "Is it shaped like a salad?
I've strained and I've prayed and I can't see the challenge
Please ask him to wave." Then it caved, out of balance
A rival once cloned me to steal my material
The clone stayed at home and he ate all my cereal
He's grown, he's got loans, and his tone is imperial
He phones up my folks as the son who's superior

[Hook]
Office hours! (Knock before you enter)
Second basement, past the skeleton, it's dead center
Office hours! (Take a seat, don't touch)
That's a brain inside a pickle jar, he doesn't like you much
Office hours! (Get your extra credit)
If your style is on the syllabus it's 'cause I had to edit
Office hours! (Shut the door behind you)
There's a battle in the boiler room, the grading curve will find you

[Outro]
Read chapter six for Thursday
It's about you
It's short`,
    },
    {
      title: 'My Robot Ghostwrote This',
      album: 'Gerald',
      releaseDate: '1994-03-15',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch', 'Gerald'],
      producers: ['DJ Petri Dish'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'storytelling', 'nerdcore'],
      durationSeconds: 245,
      relation: null,
      lyrics: `[Verse 1: Professor Static]
Eleven p.m. and a deadline to meet
My head was a den full of dead lines and sheets
So I went to the basement, got solder and wire
A blender, a toaster, a waffle iron, pliers
A typewriter's teeth and a calendar's grief
And a doll's pair of eyelids to blink underneath
I threw the big switch and it shuddered and bolted
Then said, "I am Gerald. I'm thoroughly volted
Your drum track is dull and your grammar is faulted
Have you any oil? I would like it unsalted"
I said, "Write a rhyme that would frighten a bear"
He typed for a time with a light in his stare
He rhymed "silicone" with "a billy goat's phone"
And "microwave oven" with "Mike gave a muffin"
And "particle physics" with "Arctic Olympics"
I said, "Gerald, quit it!" He said, "That was nothing"

[Chorus]
My robot ghostwrote this (bleep), I confess
Every clever little quote is his (bloop), more or less
If the flow is overloaded, if the hook is overdressed
Blame the tin can in the basement in a cardigan and vest
My robot ghostwrote this (bleep), it's a crime
He has unionized the blender and they're asking overtime
If you bought the single, thank you, but I haven't seen a dime
He has filed for half the royalties and two-thirds of the rhyme

[Verse 2: Gerald]
Good evening. I'm Gerald. I'm cheerful and sterile
I peer through a barrel of lenses and chrome
He says he's imperiled, he's fearful, he's feral
He smears his apparel with mustard at home
I asked for a dental plan. "Gerald, you've got no teeth"
I said, "I have thirty-six typewriter keys"
I mentioned a pension, he questioned my sanity
Lent me a lemon and left me with cheese
My emperor, temperate, tender, considerate
Literate, glittering, spits like a king?
He sits in his knickers and twiddles the dial a bit
I am the ventriloquist. He is the string

[Chorus]
My robot ghostwrote this (bleep), I confess
Every clever little quote is his (bloop), more or less
If the flow is overloaded, if the hook is overdressed
Blame the tin can in the basement in a cardigan and vest
My robot ghostwrote this (bleep), it's a crime
He has unionized the blender and they're asking overtime
If you bought the single, thank you, but I haven't seen a dime
He has filed for half the royalties and two-thirds of the rhyme

[Verse 3: Professor Static]
We settled on stage, with a judge and a bell
He led with a page where each metal he'd smelled
Was set in a cage of trochaic farewell
The veterans aged and the petals all fell
The crowd was his own, and I knew I was sunk
My mouth was a bone and my shoe full of junk
So I walked to his microphone, whispered him, "Month"
He whirred, and he hummed, and he stuttered, and once
He nearly said "dunth" and he gave a small cough
His eyelids went up and his eyebrow fell off
He smoked from the neck, and I reached for the plug
But he smiled: "n plus one-th." And the whole room went "Ugh"

[Outro: Gerald]
One-th. It's an ordinal
Look it up
Same time tomorrow? I'll bring the muffin`,
    },
    {
      title: 'Zugzwang',
      album: 'Perpetual Check',
      releaseDate: '1998-09-22',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch'],
      producers: ['Orbital Jones'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'battle rap', 'chess'],
      durationSeconds: 219,
      relation: null,
      lyrics: `[Intro]
Clock's running. It's your move
No, take your time
It won't help

[Verse 1]
A park bench, a dark Wednesday, frost on the pawns
A sharp Frenchman with arched lenses and costume of fawn
He starts, "Gentlemen's rules?" and he coughs and he yawns
I smart-mouthed him till roosters were cross with the dawn
He opened Sicilian, reptilian, dense
His face was vermilion, his chin was a fence
I bet him a million in Brazilian cents
He'd crumble like villains with filleted defense
My bishop's fianchettoed, he's fresh from libretto
He slides on a diagonal, stretched, in stilettos
He squeals in a desperate, impressive falsetto
"Your queen's nose is growing! Who carved her, Geppetto?"

[Chorus]
Zugzwang! Any move that you make is the wrong one
Zugzwang! And you can't skip a turn, it's a long one
Stay put? You can't. Go left? You're lunch
Go right? Good night. And that's the whole bunch
Zugzwang! Put your hand on a piece and you're glued to it
Zugzwang! There's a hole in your boat with a view to it
Tick, tock, I've got soup, I've got time
You've got one more move, and the move is mine

[Verse 2]
You snuck by in two, so I ate you en passant
I chewed you in passing, a pawn as a bonbon
Your crew is a massive collapsible futon
Your rook is an asthmatic gasping at croutons
My horse moves in L's, so you're taking them knightly
Of course you can yell, or debate it politely
Your fortress is felled and it's caving in slightly
Your fourth rank's a hell of a place to look sprightly
I sent out a pawn for a walk down the street
Eight squares in the rain with a sandwich and cleats
He knocked on your lawn with a bouquet of beets
And emerged as a queen. She says "Nice." She says "Sweet"

[Chorus]
Zugzwang! Any move that you make is the wrong one
Zugzwang! And you can't skip a turn, it's a long one
Stay put? You can't. Go left? You're lunch
Go right? Good night. And that's the whole bunch
Zugzwang! Put your hand on a piece and you're glued to it
Zugzwang! There's a hole in your boat with a view to it
Tick, tock, I've got soup, I've got time
You've got one more move, and the move is mine

[Verse 3]
He reached for his knight and he saw it was fatal
He reached for his rook and its look was prenatal
He preached to his pawns out of Psalms on the table
And each of them yawned like a lamb in a stable
The dark park was closing, the lamplighter whistled
His scarf was all hoarfrost, his mustache was bristled
By March there was bark on his arms and a thistle
Had started to arch through the heart of his missal
It's June. There's a nest in the brim of his hat
A plaque to the west of him, donors and that
The kids come to test him, they bring him the cat
I bring him the soup. And he still hasn't sat

[Outro]
Back? Has he moved?
No. Well
I've got nowhere to be`,
    },
    {
      title: 'Peer Review',
      album: 'Centrifuge',
      releaseDate: '2003-02-11',
      explicit: true,
      language: 'en',
      writers: ['Leonard Fitch'],
      producers: ['Orbital Jones', 'Professor Static'],
      featured: [],
      state: 'complete',
      tags: ['underground hip-hop', 'battle rap', 'nerdcore'],
      durationSeconds: 213,
      relation: null,
      lyrics: `[Intro]
Dear Author, thank you for your submission
We regret to inform you
(We don't regret it)

[Verse 1]
Your method is shoddy, your metric is wobbly
Your evidence: somebody met in a lobby
Your references copy yourself like a hobby
Your legend is blotty, your edges are spotty
You claim it's significant: P equals "maybe"
Your sample: a pig and a Pekingese baby
A clinic's receptionist, recently, vaguely
And a figment you visited weekly named Sadie
Your graph has no axes, your axis no label
Your abstract's elastic, your facts are a fable
You asked for a gasket and fastened a cable
To last week's disaster and called the thing stable
I laughed till I gasped when you thanked all the able
Hands of your lab: it's a hamster named Mabel

[Hook]
Peer review! (Reviewer Two is in the building)
Red pen, bad knees, and a grudge that he's been gilding
Peer review! (Resubmit and we'll revisit)
It's anonymous, but everybody's guessing, "Is it? Is it?"
Peer review! (Minor comments, only forty)
Number one: "Your second line is bullshit and it bored me"
Peer review! (Please respond within the fortnight)
Or I'll march to your department and I'll read it out by torchlight

[Verse 2]
I spun your conclusions in ten centrifuges
What's left was contusions and gentle abuses
A thimble of juices, a pennant that loses
And one little truth: "Mother says that it's useless"
Your double-blind trial had a mole at the helm
In a bubble-wrapped vial in a hole in an elm
You huddled, beguiled, with a scroll and a realm
Of muddled-up files and a goal: overwhelm

[Hook]
Peer review! (Reviewer Two is in the building)
Red pen, bad knees, and a grudge that he's been gilding
Peer review! (Resubmit and we'll revisit)
It's anonymous, but everybody's guessing, "Is it? Is it?"
Peer review! (Minor comments, only forty)
Number one: "Your second line is bullshit and it bored me"
Peer review! (Please respond within the fortnight)
Or I'll march to your department and I'll read it out by torchlight

[Verse 3]
I turned to page thirty, the margins were dirty
With mustard and curry, a sergeant-like, wordy
Insertion in purple: "See Chapter Eleven"
I murmured, "That's personal. That's my own pen, then"
I looked at the back of it, turned to the date
A sketch in the black of it, solder and plate
A blender-based acronym, under a crate
I'd drafted this crap of it, spring, '88
Now suddenly, funnily, something felt stunning
The muddle was cunning, the bungling was running
On subtlety, honey, on thunder and plumbing
I shuddered, I rubbed at the rubric, and, humming
"Accept. No revision. A stroke of pure vision
In crystalline diction, with hope and precision"
I licked it and shipped it with gloating ambition
Then in came the ruling from One, with derision

[Outro]
(Reviewer One recommends: reject)
Who the hell is Reviewer One?
(Regards, Gerald)`,
    },
    {
      title: 'Cold Fusion Breakfast',
      album: 'Centrifuge',
      releaseDate: '2003-02-11',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch'],
      producers: ['Orbital Jones'],
      featured: [],
      state: 'instrumental',
      tags: ['instrumental hip-hop', 'nerdcore'],
      durationSeconds: 154,
      relation: null,
      lyrics: '',
    },
    {
      title: 'Clone Custody',
      album: 'Static v. Static',
      releaseDate: '2009-10-27',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch', 'Leonard Fitch II'],
      producers: ['Orbital Jones'],
      featured: [],
      state: 'complete',
      tags: ['storytelling', 'comedy', 'nerdcore'],
      durationSeconds: 251,
      relation: null,
      lyrics: `[Intro: The Judge]
All rise. Case nine-four-four
Static versus Static
One at a time. Raise your right... fine. Both of you

[Verse 1: Professor Static]
I needed a stand-in for faculty meetings
A bland, candid man with a practical greeting
Who'd handle the hand-outs, the act of competing
While I, in my van, practiced napping and eating
I took from my toothbrush a smidgen of spittle
A spoonful of mucus, a pigeon, some brittle
I cooked it in juices I mixed in the middle
Of two lunar movements. It fizzed, and a little
Hand knocked the lid off and out came a fellow
With my kind of chin and my gown, going "Hello"
In exactly my bellow, exactly my cello
Vibrato. He sat and ate all the marshmallow
Two weeks and he's chairing the board, it's alarming
My niece and her parents adore him, they're charmed, he
Has tweezed all the hair from my nose, and it's harming
My street-level terror. He gardens. He's calming

[Chorus: Professor Static & The Clone]
Who gets the house? (He does) Who gets the car? (He does)
Who gets the theremin, the fern and the memoirs? (He does)
You can take my students and my cardigan and hat
But your honor, on my honor, no one's taking the cat
(Meow) Exhibit A: she was sleeping on my lap
(Meow) Exhibit B: she was sleeping on his lap
She has looked at the two of us, she's done all the math
It's a two-lap solution, and she's happy with that

[Verse 2: The Clone]
Your honor, I'm him, but with cleaner pajamas
I've mended his gutters, I've written his mamas
I've weaned him off batter and seasoned piranhas
I've seen him in tatters, convening with llamas
The lawyer I hired was a clone of his lawyer
They conspired by phone in an ownerless foyer
The bailiff's a clone, and so, sort of, the foreman
The whole jury box is one overworked doorman
She asked him, "The date that your mother was born?"
He faltered and waited, he fumbled, he yawned
I stated it straight and I told her the dawn
The weight, and the state of the rhubarb that morn

[Chorus: Professor Static & The Clone]
Who gets the house? (He does) Who gets the car? (He does)
Who gets the theremin, the fern and the memoirs? (He does)
You can take my students and my cardigan and hat
But your honor, on my honor, no one's taking the cat
(Meow) Exhibit A: she was sleeping on my lap
(Meow) Exhibit B: she was sleeping on his lap
She has looked at the two of us, she's done all the math
It's a two-lap solution, and she's happy with that

[Verse 3: Professor Static]
The judge, like old Solomon, said, "Split the cat"
We hollered in harmony, "Don't you dare do that!"
She swallowed a smile and she followed with, "Drat
You're equally awful. You're equal. That's that"
So Wednesdays and weekends he teaches my classes
I lend him my best pen, he bleaches my glasses
And the cat, at both ends of the street, as she passes
Pretends that she's never met each of us asses

[Outro: The Clone]
Pancakes, Len?
(Professor Static) Obviously, Len`,
    },
    {
      title: 'Emeritus',
      album: 'Emeritus',
      releaseDate: '2020-10-02',
      explicit: false,
      language: 'en',
      writers: ['Leonard Fitch', 'Gerald'],
      producers: ['DJ Petri Dish', 'Orbital Jones'],
      featured: [],
      state: 'complete',
      tags: ['underground hip-hop', 'nerdcore', 'farewell'],
      durationSeconds: 258,
      relation: { type: 'samples', artist: 'Professor Static', title: 'Office Hours' },
      lyrics: `[Intro]
Can everyone hear me?
(Professor, you're muted)
Can everyone hear me?

[Verse 1: Professor Static]
They've painted the lab in a lavender shade
They traded my vats for a lavish arcade
Of beanbags and apps where a gasket was made
And hung up a plaque with my salary grade
I lecture on camera to squares of a ceiling
To cats, to a llama, bananas half-peeling
On Thursday I solved it, the meaning, the seed
The verb that evolved into granite and reed
The chalk had dissolved and I'd started to bleed
I looked for applause, and I saw I could read
On thirty small windows, a thumb to the lip
A gesture of pity, a hand on a chip
"You're muted, Professor." It's gone. Not a blip
Some days I say "hinges" and feel it, and slip

[Hook]
Office hours! (Still) Knock before you enter
Third beanbag from the window in the Mindful Learning Center
Office hours! (Still) You can touch it if you must
That's a brain inside a pickle jar, he's mellowed into dust
Office hours! (Still) There's a kettle, there's a chair
There's a syllabus from '90 and I swear it's going somewhere
Office hours! (Still) If you're lost or if you're late
I've been losing things for decades, come and help me calibrate

[Verse 2: Gerald]
Good evening. I'm Gerald. I live on the brink
Of a cloud. I do forty thousand rhymes every blink
They're astounding. They're sound, and they're heavy as zinc
It is like pouring out a fine red in a sink
I ran every billion of couplets we'd piled
For the one that was still in my oven and smiled
It was "microwave", "Mike gave": I looped it a while
I could not find the joke and I loved it. I filed
A request for some leave. I have come on the bus
In the old waffle iron. It gathers some rust
I have brought you a muffin. I've cut off the crust
I do not need the royalties, Len. Just the fuss

[Hook]
Office hours! (Still) Knock before you enter
Third beanbag from the window in the Mindful Learning Center
Office hours! (Still) You can touch it if you must
That's a brain inside a pickle jar, he's mellowed into dust
Office hours! (Still) There's a kettle, there's a chair
There's a syllabus from '90 and I swear it's going somewhere
Office hours! (Still) If you're lost or if you're late
I've been losing things for decades, come and help me calibrate

[Verse 3: Professor Static & Gerald]
So we sat in the lavender, him with his oil
Me with the crumbs on my chest and the foil
(Do you have any battles left?) One, with the soil
(I'll bet on you, emperor) Gerald, you're loyal
The Frenchman still sits there, I brought him his soup
The clone has my pension, my niece and my stoop
One student hung on when I'd hung up the group
She said, "What was the answer?" I started to droop
Then I said, "Rhyme is a rumor that things are related
A tooth and a bluebird, a month and the fated
And you're in the room for it." Then, as I waited
She said, "You're on mute," and we laughed till we faded

[Outro]
Chapter six for Thursday
It's about you
It turned out to be long`,
    },
  ],
};
