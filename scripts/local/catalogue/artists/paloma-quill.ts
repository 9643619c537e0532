import type { CatalogueArtist } from '../types.ts';

export const palomaQuill: CatalogueArtist = {
  name: 'Paloma Quill',
  slug: 'paloma-quill',
  bio: 'Former spelling-bee runner-up and proofreader who turned corrections into a contact sport. Between 2003 and 2019 she rhymed whole phrases against each other and footnoted the survivors.',
  songs: [
    {
      title: 'Errata',
      album: 'Errata',
      releaseDate: '2003-09-09',
      explicit: false,
      language: 'en',
      writers: ['Paloma Quill'],
      producers: ['Tessa Brandt'],
      featured: [],
      state: 'complete',
      tags: ['battle', 'wordplay', 'technical'],
      durationSeconds: 218,
      relation: null,
      lyrics: `[Intro]
Erratum. Noun. A mistake in the printed matter
Plural: you

[Verse 1]
For "lyrical" read "clerical," for "miracle," "numerical"
You counted up sixteen and somehow came out spherical
For "ominous" read "on a bus," for "legend" read "anonymous"
Your flow is so monotonous, it's mono to the rest of us
For "iconoclast" read "I caught a class" you audited
For "all of it was freestyle" read "all of it was plotted, kid"
For "encyclopedic" read "in cycles, repeated"
For "undefeated" read "unheeded, and seated"
For "prolific" read "pro: lifts it," for "original," "a rigid null"
For "critical acclaim" read "a critical mass of minimal"
For "invincible" read "in principle," for "visceral," "unlistenable"
For "unforgettable" read "onions, a vegetable
Medley," a deadly confetti of petty and sweaty spaghetti
You read me your best, and I'm ready for bed. See
For "gladiator" read "glad he ate, or sad-eyed waiter"
For "see you later" read "CV, a paper, needs a stapler"

[Chorus]
Stop the press, it's a mess: errata, errata
Your bars by the yard and you're paid pro rata
I'm persona non grata, but I've got to, I've gotta
Take down your opera till it fits a cantata

[Verse 2]
I'm the mark in the margin, the harsh and impartial
Sergeant of parsing who starves every marshal
Argument: carve it and toss it, a carcass. All
Art is in cutting it. Your art's a car, stalled
You rhyme "heart" with "apart" with "the start of the chart"
I rhyme "cartridge" with "partridge," "a part which," "the art itched"
And "part-rich, part-kitsch," then I part with an arched brow
Marched out of the archives with a cartload of marks. How?
I proofread for pennies, the menus, the many
Memoirs of men who had memories of plenty
I found them a comma, a drama, a plot
They found me a desk with a bulb that was shot
So I learned every error that ever was printed
The squinted, the hinted, the minted, the stinted
You send in a sentence, I send you it, splinted
Your wit has a limp, and your limp is imprinted

[Chorus]
Stop the press, it's a mess: errata, errata
Your bars by the yard and you're paid pro rata
I'm persona non grata, but I've got to, I've gotta
Take down your opera till it fits a cantata

[Verse 3]
Down in the basement of Pinnacle Lanes
Where the pins keep the time and the cynical reign
He rhymed "fire" with "fire" and looked round, inspired
The choir he'd hired admired and perspired
I said, "Squire, there's wire, there's briar, there's dryer
There's choir, there's prior, there's 'buy her a flyer'
You had the entire papyrus of fire
And lit it with 'fire,' you lazy-ass liar."
For "mic" read "mistake." For "applause" read "a pause"
For "cause of the loss" read "the clause with no cause"
And this book is now perfect, except for one sin:
Page one, for "the winner" read me. (Put it in)`,
    },
    {
      title: 'Spelling Bee',
      album: 'Use It in a Sentence',
      releaseDate: '2006-04-04',
      explicit: false,
      language: 'en',
      writers: ['Paloma Quill', 'Sister Cadence'],
      producers: ['Tessa Brandt', 'Nils Oyelaran'],
      featured: [],
      state: 'complete',
      tags: ['storytelling', 'wordplay', 'battle'],
      durationSeconds: 243,
      relation: { type: 'interpolates', artist: 'Sister Cadence', title: 'Roll Call' },
      lyrics: `[Intro]
Present. (And accounted for.)
Number forty-one, step to the microphone

[Verse 1]
Regional final, the vinyl-floored gym of St. Lionel's
Number on twine on my spine, I was nine, with a spine like a xylophone
Dad in a tie and a wide brim, supplied with a Styrofoam
Cup, and my mother beside, with her eyes on the microphone
A kid named Nathaniel got "spaniel." A cannon, a manual
Labor of love. I got "diaphanous." Annual
Prize was a trip and a set of encyclopedias
I wanted it so bad that the greed made me needier
"Chrysalis," "syllabus," "Sisyphus," "ptarmigan"
I fired 'em back like I'd loaded an arm again
Then it's "inoculate." Simple. I'm dry as a chocolate
Wafer. I heard it: two n's. There's a clock, and it locks, you wait
I, double n... (Ding.) It's the loneliest bell to get
One little letter, and nobody tells you yet
That shame has a spelling, it's S, H, A, M, E
You carry it home in the back, and then, lamely
Your father says, "Hey," and your mother says, "Maybe
Next year." I said nothing. I said it in safety

[Chorus]
Can I have the definition? (It's whatever I intend)
What's the language of the origin? (A street with a dead end)
Can you use it in a sentence? (I'm about to do a stretch)
Would you say it one more time for me? (I'll say it till it's etched)

[Verse 2]
Sixteen. At the corner of Mercy and First
There's a circle of boys who could curse from their birth
One looked me over: "A girl? What's it worth?"
I said, "I've rehearsed for it. Worst first. You first."
He led with the metal, the medal, the pedal, the settle-it
Said his pen's lethal. I'd read it. I'd edit it
"Language of origin?" "What?" "Of that borrowing
It sounds like it's Boring, from Old Upper Snoring, in
Use since the morning the grown-ups quit pouring gin
Root of it: 'bore,' and the suffix is 'foreign.' Spin
It in a sentence? I'll spin it in several
'The devil-may-care little rebel's a decimal'
'He leveled the several men he was better than'
'A pebble believed he was medal-grade metal, then
Settled.' The definition? 'See also: him.'
Synonym: 'minimum.' Antonym: 'synonym.'"
They hollered. The O of their mouths was the whole of a
Vowel I'd owed to that gym and St. Lionel. "Uh..."
He said. I said, "Uh is a word. It's correct
You may go to your seat with the judges' respect."

[Chorus]
Can I have the definition? (It's whatever I intend)
What's the language of the origin? (A street with a dead end)
Can you use it in a sentence? (I'm about to do a stretch)
Would you say it one more time for me? (I'll say it till it's etched)

[Verse 3]
I looked it up later, the word that had done me in
From "oculus," eye, for a bud that they're gumming in
The cut of a stem, so it comes into summer in
Some other tree's skin. So a wound is a coming-in
A dose of the dose, and the most of it's dead in you
So when it comes hunting, there's something ahead of you
I'm immune to the ding of it, bring it, it's medicine
I've stung every king in the ring that I've entered in
One n is correct. I had two. And I'll guess what the extra does
It's needle. It's nerve. It's the next, and the rest of us

[Outro]
Present. (And accounted for.)
I, N, O... (Take your time.)`,
    },
    {
      title: 'No Rhyme for Month',
      album: 'Marginalia',
      releaseDate: '2009-06-30',
      explicit: false,
      language: 'en',
      writers: ['Paloma Quill'],
      producers: ['Nils Oyelaran'],
      featured: [],
      state: 'complete',
      tags: ['wordplay', 'technical', 'comedy'],
      durationSeconds: 199,
      relation: null,
      lyrics: `[Intro]
They told me there are words that nothing rhymes with
Hold my dictionary

[Verse 1]
They handed me "purple" and told me a verbal
Olympian couldn't get over that hurdle
I said, "Give me syrup, a cup, and a slurp'll
Unburden the word, and a hiccup or burp'll
Confirm it." A Scot with a sore knee'll hirple
A saddle is strapped round the back, at the curple
A chirp'll, a twerp'll, or any usurper'll
Work. So I'm taking the throne. And it's purple

[Chorus]
They said there's no rhyme. (Give me the word)
They said there's no time. (Give me a third
Of a minute, I'll bend it, I'll split it in two
I'll hang half off of the end and come thro-
ugh.) Nothing's alone if you know where to look
There's a door in the spine of the back of the book

[Verse 2]
Next they said "silver." I thought of a chilver
A ewe lamb, it's real, go and ask, and I will, ver-
batim, recite you the page. I've the skill, ver-
bal, and the drill, and the frill, and the thrill, ver-
sus you on a sill, looking pale as a still, ver-
milion with envy and down with a chill, ver-
tigo, nil for you. Ring up the till, ver-
ify it. It's ill. I'm the tongue that's quicksilver

[Chorus]
They said there's no rhyme. (Give me the word)
They said there's no time. (Give me a third
Of a minute, I'll bend it, I'll split it in two
I'll hang half off of the end and come thro-
ugh.) Nothing's alone if you know where to look
There's a door in the spine of the back of the book

[Verse 3]
So then they bring "month." And they grin. It's the one, th-
e word that's done half of my heroes in. Done. Th-
ey folded their arms. I said, "Get me a bun, th-
ree coffees, a desk and a spot in the sun. Th-
is won't take me long." And the clock on it: one-th-
irty. I went to the math, where it's n-plus-the-oneth
A footnote, a cheat. Then I sat, overcome. Th-
en in comes my nephew. He's four, and he's fun. Th-
at kid has no front teeth. He said, "Have you won?" Th-
ere's paper all over. I told him, "There's none. Th-
ey're right." And he said with that gap in his tongue
"It'th eathy. I did it already, jutht onth."

[Bridge]
(Ninth?) In a pine, th-
ere's a bird, feeling fine, th-
at can carry it. (Wolf?) In the full f-
lood of the moon. It's a rule. (And the pint?) On a pie 'n' t-
ea afternoon. (What of bulb?) I could cull b-
irds by the dozen. (Enough!) Is it dull? B-
ecause I'm not

[Outro]
There's no rhyme for month
(Try it with a lisp.)
I thaid it onth`,
    },
    {
      title: "Ghostwriter's Invoice",
      album: 'Palimpsest',
      releaseDate: '2012-10-23',
      explicit: true,
      language: 'en',
      writers: ['Paloma Quill'],
      producers: ['Tessa Brandt'],
      featured: [],
      state: 'complete',
      tags: ['battle', 'comedy', 'wordplay'],
      durationSeconds: 232,
      relation: null,
      lyrics: `[Intro]
To: you know who
From: you know who
Re: everything

[Verse 1]
Invoice eleven-oh-seven, net seven
For services rendered: one heaven-sent reverend
Metaphor, leveraged; one severed-head reference
Several clever ones, edited, evidence
Attached. Item: one hook. You swore it was "for us," then
Performed it for forty-four thousand at Forest End
Item: the verse with the nurse and the hearse in it
You cursed at each word of it, cried when you heard it lit
Item: one drama. Your mama's a llama farmer
I made her a martyr in pawned-off pajamas. (Karma)
Item: one childhood. You're mild, you grew up on a
Cul-de-sac, violin, child with a koi pond, a sauna
I gave you a stairwell, a scare, and a pair of wet
Sneakers you'd share with a brother you've never met
Two ad-libs, half price: that's one "uh" and one "yeah"
The "yeah" was my grandma's. I'd like it back. (Yeah)

[Hook]
Pay to the order of: (Who?) You know who
Every damn word in your mouth's overdue
Thirty days, thirty more, then I come through
With a late fee. It's a single. It's called "The Real You"

[Verse 2]
Item: the beef. With the chief from the east. You'd
Believed that he'd meant it, you teethed on it, seethed, chewed
The scenery. See, he's a client of mine
So his is the diss where he calls you a sign
Of the times, and yours, the reply, with the line
About "swine before pearls," and the third one was mine
Too. I was up till the two of you'd bled
In a bathrobe, both halves of the feud in one bed
With soup. Item: interview, "What does it mean?"
You lean, and you gleam, and you say, "What it means."
I wrote you the lean. Seven-fifty. The gleam
Is on loan from the same guy you borrowed the jeans
Item: "authentic." I sent it. You lent it
A dentist's assistant's idea of resentment
They printed it. Then came the statue, the tenement
Bullshit. I never charged tax for the sentiment

[Hook]
Pay to the order of: (Who?) You know who
Every damn word in your mouth's overdue
Thirty days, thirty more, then I come through
With a late fee. It's a single. It's called "The Real You"

[Verse 3]
So you call. It's appalling. You're bawling, it's all in
A drawl that I taught you. You're sorry. You're falling
Apart in a parking lot, darling, it's heart-
breaking. You start, and you stop, and you start
"I wanna apologize. Really. From me
But I sat with a pad and I just couldn't see
How you'd say it." (Oh, no.) "So I thought, for a fee..."
And you know what? I wrote it. It took me till three
Item: one sorry. It's gorgeous. It's four
Little quatrains. A door, and a draft, and the floor
It's the truest damn thing that you never once wrote
And I cried when you read it to me, off the note
No charge

[Outro]
(Subtotal: my life.)
(Discount: none.)
Please make the check out to anyone`,
    },
    {
      title: 'Homophone Home',
      album: 'Homophone Home',
      releaseDate: '2016-03-15',
      explicit: false,
      language: 'en',
      writers: ['Paloma Quill', 'Nils Oyelaran'],
      producers: ['Nils Oyelaran'],
      featured: [],
      state: 'complete',
      tags: ['grief', 'wordplay', 'technical'],
      durationSeconds: 257,
      relation: null,
      lyrics: `[Verse 1]
I came in the morning, in mourning, to go through the whole
House, and the hole in it: coat hook, a comb and a bowl
The stairs, and the stares of the portraits, a pair, and a pear
Gone soft in the light, and her "there"s in the air of the "their"
She bought it by night shift, a nurse with a purse full of patience
For patients, who'd painstakingly button the panes, and the pains, since
The rain, in the reign of the landlord, she'd saved every cent
And the scent of the ward was the perfume she wore when she went
She taught me on vowels. She'd say, "If you're torn, write it all
Out: I'm bored, or a board, or a boarder at border, and call
Me at work." I would call. She would pick up and say, "Is it 'pray'
As in kneel, or the rabbit?" "The rabbit." "With e." And she'd stay
On the phone

[Chorus]
Homophone home, where it sounds like the same
You say it, you play it, it isn't the name
Say it out loud and the spelling won't show
There's a no in the know and a know in the no
Homophone home, where the hear isn't here
A tier and a tear and a tear disappear
Say it out loud and the difference is gone
I write it to right it. The light's still on

[Verse 2]
The seller's man came for the cellar, a fellow with yellow
Labels and tables, a cello-voiced, mellow "Hello,
I'm sorry. We'll need to be sealing the ceiling, you're peeling."
I'm feeling it, peeling, I'm reeling. "The bell is appealing."
The principal's principle, she used to say, is a pal
But the interest is in it for him. So I told him I'd call
He weighed the piano. I'd wait. He had nothing to weigh
But the way that she'd play with her shoes off on Saturdays, they
Don't list. And the mail by the door for a male of a name
That had left us, he'd cleft us, bereft us, then texted a flame
Emoji on birthdays. I shredded it. Dad isn't dead
He's just in the past tense. He passed, as in "by." That's how he's read
By me. And I'm red in the eye, and I dry with the dye
Of her dress on my sleeve, and I sieve through the sighs for the size
Of her rings. Let it ring

[Chorus]
Homophone home, where it sounds like the same
You say it, you play it, it isn't the name
Say it out loud and the spelling won't show
There's a no in the know and a know in the no
Homophone home, where the hear isn't here
A tier and a tear and a tear disappear
Say it out loud and the difference is gone
I write it to right it. The light's still on

[Bridge]
(Is it "leave" like the leaf, or like going?)
It's going
(Is it "still" as in quiet, or yet?)
It's both

[Verse 3]
I signed on the line where the sign had been leaned. The new owner
A nurse, with a daughter, a talker, a loner, a phoner
She asked me, "Is 'tale' with an i or an e?" and I froze
I said, "Is it wagging, or once upon a time?" "It's the once-upon those."
"Then that's with an e." And I knew it was new and okay
I left her the pencils. I left her the L's and the A's
The flour in the jar, and the flowers in the jar by the sink
A piece of my peace. It was pretty much all in the ink
I've rapped it and wrapped it. I'm rapt at the gate with the key
And the quay of the evening goes grey, and it's gray. And it's me`,
    },
    {
      title: 'Hapax',
      album: 'Hapax',
      releaseDate: '2019-09-27',
      explicit: false,
      language: 'en',
      writers: ['Paloma Quill'],
      producers: ['Nils Oyelaran', 'Tessa Brandt'],
      featured: [],
      state: 'complete',
      tags: ['love', 'family', 'wordplay'],
      durationSeconds: 226,
      relation: null,
      lyrics: `[Intro]
(Shh.) Mind how you're closing the door
Hapax legomenon. Greek. "Said one time, and no more"

[Verse 1]
Scholars have trouble with words that occur
Once in a text and then never recur
No double, no cousin, no "see also: her"
Nothing to check it against. They confer
They squint at the lint on the print, and infer
They hint, and they hem, and they wind up unsure
They call it a hapax. And that's what you were
Seven pounds six, in a blur and a whir
One syllable, hollered: unspellable, quotable
Oh of a vocable. All of my notable
Quotes in a coat of dust, totally totable
Up on a shelf, and that yell was the whole of it all

[Chorus]
Hapax, hapax, once and no more
Nobody's spelled it like this one before
Not in the margin, the myth or the lore
Hapax, hapax, asleep on the floor
Of my arm, of my arm, where the pulse is the score
Once is enough. (But I'll ask for one more)

[Verse 2]
I'd battled with rattlesnake adjectives, ravages
Tactical, practical, static and cabbages
Half of my average was acid, a sad wish
To flatten whoever sat back with a sandwich
Now it's a rattle, a bath, and a lap of milk
Laps of the hallway on tiptoe, a satchel, silk
Ducks that go past on a track in a battery
Quack of a clock. And my vocabulary's flattery
Who's got the toes? (Who's got the toes?) I suppose
It's prose, but I'd close every show for a dose of those
I composed epics, and nobody rose
You sneeze and I'm wrecked. It's the nose. It's the nose

[Pre-Chorus]
I proofread the dark, I found nothing to strike
Not a mark, not a comma, not anything like

[Chorus]
Hapax, hapax, once and no more
Nobody's spelled it like this one before
Not in the margin, the myth or the lore
Hapax, hapax, asleep on the floor
Of my arm, of my arm, where the pulse is the score
Once is enough. (But I'll ask for one more)

[Verse 3]
They'll tell you you're made of your family's phonetics
Her chin, and his lynx-eyes, a print of genetics
Kinetics of kin. But the critics, the skeptics
Skip it: you're skin with your own alphabetics
My mother would've loved you. She'd dictate it, slow
"Is it 'won' as in prize, or the number?" I know
How she'd put down the phone with her glasses down low
"It's both," I would tell her. "It's both, Ma." And so
I'm giving you everything: vowels, and the vinyl
The bee, and the bell, and the gym of St. Lionel
A pen with no red in it. Nothing is final
You're one of one, love. And you're crying. Recital
Is over. (Come here.) That's the title. That's it
The only known instance. I'll carry the lit-
tle text to the window. The snow's on the sill
Say it again, then. (...) I'll wait till you will`,
    },
  ],
};
