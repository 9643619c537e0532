import type { CatalogueArtist } from '../types.ts';

export const docksideRell: CatalogueArtist = {
  name: 'Dockside Rell',
  slug: 'dockside-rell',
  bio: 'Tugboat hand from the north quay who rhymed on the vowel and let the consonants fall where they may. From 1995 to 2010 his songs counted what the harbour takes and who has to tell the mothers.',
  songs: [
    {
      title: 'Container Forty',
      album: 'Low Water',
      releaseDate: '1995-11-07',
      explicit: true,
      language: 'en',
      writers: ['Dockside Rell'],
      producers: ['Captain Lowry'],
      featured: [],
      state: 'complete',
      tags: ['street', 'storytelling', 'grief'],
      durationSeconds: 268,
      relation: null,
      lyrics: `[Intro]
Low water. North quay
(Manny)

[Verse 1]
Nine at night, high tide, five of us in line, spines
Tight to the iron by the signs and the pine pilings
Guard in his hide with a pint and the ball game whining
My eye on the time and the lights on the skyline shining
Corey had the story: container forty, port side
Cordless drills and stereos and corduroy
Four doors down from the foreman's. "A poor boy's
Fortune," he swore, "on the soul of the Lord, boys."
Manny was the young one, hundred pounds, come from nothing
Mother coughing blood up in a room above the junction
Dressed up in his brother's jumper with the cuffs up
He wasn't even up for it. We hustled him: "Suck it up, son"
I laced up my fingers for a place he could step, and I raised him
He weighed about nothing. A jacket. He waved, and we praised him

[Hook]
Container forty at the corner of the yard
All that we wanted with the door ajar
Harbour don't holler and the water don't talk
Five boys went walking. You can count who walked

[Verse 2]
Crane man came in eight minutes late that day
Graveyard crew, making up the rate of pay
Never saw the chain was draped, never saw the gate was laid
Wide, lifted forty straight up in the rain, and it swayed
Then it tipped. It was quick. It was inches. It slipped
The twist-locks ripped and the rigging lines whipped
Everybody hit the brick, I was kissing the grit
And Manny was still in it. Manny was still in it
A boat out in the cove blew its one low note
Corey said, "Go." And I don't, and I won't
Know how my bones rose up and went home
But I woke in my clothes with the smell of the rope
And the shit that they wrote, six lines: "An unknown
Thief." He was thirteen. He'd told me, "I wanna go home"

[Hook]
Container forty at the corner of the yard
All that we wanted with the door ajar
Harbour don't holler and the water don't talk
Five boys went walking. You can count who walked

[Verse 3]
I carried the casket with the hands that I'd handed him up with
My dad's black jacket, the back of it cracked, bad stitch
Father asked had anybody passing that had a last
Word to add for him. I sat. And the chance of it passed
It festered. September, I went to confession
Said every damn sentence, expected a lesson
He said, "There's no penance I'm letting you do, then
Go tell her yourself. You remember the steps. There's ten"
She looked and she read me. No speech. She could see it
She leaned on the sink and the steam and the evening
Then she hit me with everything, then, barely breathing
Put a plate down: rice, beans, a piece of the meat, and
"He was so pleased. He'd be safe, he said." Her teeth
Chattered. "He said he'd be safe with you. Sit. Eat."

[Outro]
Five boys went walking
(Four.) Count who walked`,
    },
    {
      title: 'Pour It Off the Pier',
      album: 'Gull Street',
      releaseDate: '1998-06-02',
      explicit: false,
      language: 'en',
      writers: ['Dockside Rell', 'Imelda Strand'],
      producers: ['Captain Lowry'],
      featured: ['Imelda Strand'],
      state: 'complete',
      tags: ['grief', 'faith'],
      durationSeconds: 284,
      relation: null,
      lyrics: `[Intro: Imelda Strand]
(Mmm.) Pour it slow
Let the deep one know

[Verse 1: Dockside Rell]
Sun-up on the first, and I come with the rum we would run from
One cup. And number one's Dunn's, our young one
Drummed on the rust of the tugs with his thumbs, on a bust drum
Till some drunk in a truck. Not a gun, not a grudge. Just a dumb one
Next is old Joe off the boats, with his smoke and his jokes
Wrote me a note on the stove in the hold, and I quote
"Don't mope, boy. I'm broke, but I own every rope on this boat."
So I rowed him out slow and I opened the urn, and he floats
And Iris. My Iris, who died at the height of July
Nineteen, with a line of white light that she thought she could ride
She paged me at night. It was five. I was tired. I was tired
And I lie there and try to rewrite it: I dial, I arrive

[Chorus: Imelda Strand]
Pour it off the pier, let the deep have its share
One for each chair where there's nobody there
The water don't care, but I swear that it hears
So I say every name when I pour it off the pier

[Verse 2: Dockside Rell]
I spat at the chapel. I asked the man, asked him
"What plan has the Master for that girl in a casket?"
He sat in the back row. He passed me the basket
For tracts, and he snatched it back. "Can't. I don't have it."
That did it. That's when I could listen a minute
He figured that grief is a ship with a kid in it
Six inches of timber and infinite in it
The trick isn't finish it. Mister, you live in it
I walked to the dock in the fog and I talked, and I talked
To the gulls and the hawsers, the rock with the names on in chalk
Taught it my daughterless father, my mother who'd walked
Till dawn was a lock on the water that somebody'd knocked

[Chorus: Imelda Strand]
Pour it off the pier, let the deep have its share
One for each chair where there's nobody there
The water don't care, but I swear that it hears
So I say every name when I pour it off the pier

[Verse 3: Dockside Rell]
This time I brought Iris, the tiny one, nine months alive
Tied in a fine knitted blanket, wide-eyed, and outside
My wife was unsure, said the name was a stone. I replied
"It's rainbow. It's light. It's the sky when it's finished its cry."
No rum in the cup. It was something her mother had pumped
A couple of ounces she'd not drunk, and some of it jumped
Down, one for Joe, one for Sis, one for Dunn, and the sun
Come up in a rush, and she's thumping the cup with her thumb
She's thumping her thumb on the cup like she knew how it's done
And I swear to you something drummed back from in under. One. One

[Outro: Imelda Strand]
Pour it off the pier (let the deep one know)
Pour it off the pier (pour it slow)`,
    },
    {
      title: "Two Chairs at Benny's",
      album: 'Second Cup',
      releaseDate: '2000-03-28',
      explicit: false,
      language: 'en',
      writers: ['Dockside Rell'],
      producers: ['Captain Lowry', 'Yusef Bright'],
      featured: [],
      state: 'complete',
      tags: ['street', 'loyalty', 'storytelling'],
      durationSeconds: 272,
      relation: null,
      lyrics: `[Intro]
"Two coffees, Estelle."
"You expecting somebody?"
"Yeah. In four years."

[Verse 1]
Sunday at Benny's, the bell and the smell of the bread
Ten to eleven, I settle at seven, the end
Two cups. And Estelle never said, "When's he getting here, then?"
She set 'em and left 'em and let it go dead on the shelf
Here's how it is. They had Teo in District Six
Wrist to the fixture, split lip, a cigarette, its
Ash on a picture: a bridge, and a whip in the mist
"We don't want you. It's simple. The kid with the stick
The wheelman. You whisper it, mister, and this gets skipped."
He picked at a stitch in his sleeve, and he sipped, and he quit
Giving 'em syllables. Didn't. He didn't. He did
Four winters on Griffin Island. And I was the kid

[Chorus]
Two chairs at Benny's, and one of 'em cold
Two cups of coffee, and one getting old
You don't owe a man what you bought or you sold
You owe him the thing that he never told

[Verse 2]
Saturdays: train to the ferry, the rain, and the wait
Straight-faced through the gate with his mama. The cake that she'd made
They'd break into flakes for a blade in the glaze
She'd say to me, "Baby, you came." And I'd gaze
Away. So I quit with the stuff, got a gut-busting job on the tugs
Up in the butt of the dawn with the scum and the gulls
Covered her rent and her oven, cut off all the bums
But once in a month I'd be touching the trunk
Where the money was stuffed from the run that he'd sunk with, hush-hush
Every buck of it bundled. Untouched. Every month, yeah, untouched
And Sunday on Sunday, the one and the one on the cloth
One drunk and one standing there till it'd fog and go off

[Chorus]
Two chairs at Benny's, and one of 'em cold
Two cups of coffee, and one getting old
You don't owe a man what you bought or you sold
You owe him the thing that he never told

[Verse 3]
Bell on the door. And the whole of him, older, and slow
Shoulders like boulders, the coat that they hold and they fold
Sat in his chair like he'd only just gone down the road
Tasted it. "Rell. This here coffee is four years old."
And we broke. And we wiped it. Then low: "There's a boat
On the fourth, and I know where it's going. I owe
Some folks. So I need me a man on the road." There's the hole
And I know what I owe. Every bone in me rose to say go
I pushed him an envelope. "Four years. Yours, and mine's in there, too
I don't drive that way anymore. There's a tug, and the crew
Is a man down. It's ropes, and it's rude, and the food is like glue
Four-forty. Or walk to the boat. Either way, this chair's for you."
He looked at the room and the blue of the window a beat
"Estelle? Could you heat this one up for me, please?"
Took in the street and the steam and the seat and the meat
"Four-forty." "Four-forty." "The hell do they give you to eat?"

[Outro]
Two chairs at Benny's
(Both of 'em warm)`,
    },
    {
      title: "Mama's Beads, Papa's Knots",
      album: 'Ballast',
      releaseDate: '2003-10-14',
      explicit: false,
      language: 'en',
      writers: ['Dockside Rell'],
      producers: ['Yusef Bright'],
      featured: [],
      state: 'complete',
      tags: ['faith', 'family', 'storytelling'],
      durationSeconds: 259,
      relation: null,
      lyrics: `[Verse 1]
Evenings she'd lean through the steam of the beans, and she'd keep 'em
Fifty-nine beads, and she'd speed 'em, then ease, then repeat 'em
"Queen of the sea, keep the people I need from the deep." Then
She'd reach for my cheek. "See, it's cheaper than sleeping. It's reading
A letter to Jesus with fingers." I'd sit in the kitchen
Dripping the fish in the bin, and I'd listen, a whisper
Slipped through her lips like the stitching you'd rig in a rip in
A spinnaker: "This is for him, and for him, and for him, and for him in
Particular." Papa. Who hadn't a chapel, a candle, a damn
Who'd laugh at it back of his hand while he patched up the lamp
She'd add him in anyhow, tapping, at each Mary passed
One for the man with no map, and she'd wrap it up last

[Chorus]
Mama had beads and Papa had knots
Both of 'em counting on all that they'd got
Fifty-nine stops and a rope and a cot
When I can't pray, I tie, and when I can't tie, I talk

[Verse 2]
Papa was knots. Not a lot of talk. Dock-hardened, not
A God man at all. If he'd got a God, God was a knot
"It's not what you bought, boy, it's what'll be caught when it's hot
A bowline's a blot, but it'll stop what your bishop cannot."
He'd drop me a sock and a sort of a string on the cot
And clock me: a hitch and a stopper, a sheet bend, the lot
Then October the third, and a word on the burbling set
Thirteen in the surge off the Perch, with the bird's nest submerged
They searched and returned and they searched. Then there's verbs that I learned
"Presumed." And "interred" is for dirt. So the church had an urn
With a shirt. And my mother was burning a third row of wax
No crack in her back. She just added a bead to the stack

[Chorus]
Mama had beads and Papa had knots
Both of 'em counting on all that they'd got
Fifty-nine stops and a rope and a cot
When I can't pray, I tie, and when I can't tie, I talk

[Bridge]
(Over, under, pull it through)
That one's me, and that one's you
(Over, under, draw it tight)
Somebody's out there. Leave a light

[Verse 3]
I'm thirty, a deckhand, the Dora, the worst of the year
Her beads on my neck for the journey, the searchlight just smears
The wave came and raked us, it raised me and laid me out plain
And the thread of it snapped and her prayers went away down the drain
On my knees in the sea, I retrieved every bead I could feel
And I needed a string, so I eased out the lead from my reel
And I threaded the wet of 'em, held it, and where it won't hold
I tied it the only old way that I'd ever been told
We come in at dawn, and she's on the wall, drawn, and she's still
She spills 'em to counting: "Just fifty and six." And her fingers go still
"And this?" "It's a bowline." She listens. A minute. A gull
"So what do I say when I get to it, then?" "Say him. Say it all."
She kissed it, the knot. Said his name there. And that's how it's prayed
Fifty-six beads and a knot. You can hang your whole weight`,
    },
    {
      title: 'What the Boy Saw',
      album: 'Breakwater',
      releaseDate: '2006-09-19',
      explicit: true,
      language: 'en',
      writers: ['Dockside Rell', 'Yusef Bright'],
      producers: ['Yusef Bright'],
      featured: [],
      state: 'complete',
      tags: ['street', 'storytelling', 'conscience'],
      durationSeconds: 281,
      relation: null,
      lyrics: `[Verse 1]
Nine, on the fire escape, quiet, with five little knights
Lined by a pint of vanilla, and tiny white knives
Twilight. The ice-cream guy winding his chime. And the high tide
And right in the sight line, the side door of Lyle's, and two guys
One was his uncle, his mother's young brother, called Lucky
Come up every Sunday with money and gum and a puppy
One was a stranger. They shoved, and the stranger said something
"Fuck you," said the other. Then one, and then one, like a drum
Nobody running. The stranger was slumped on the rubbish
The sunset was lovely, the dusk had a hum to it, sluggish
And Lucky looked up at the rungs, and he ain't even rushed it
He put up a thumb to his tongue, gave a nod, and that hushed it

[Chorus]
What the boy saw, what the boy saw
Small little window on a great big law
You can lock up a mouth but the eye stays raw
Everybody's innocent of what the boy saw

[Verse 2]
They came with the tape and the chalk, and they canvassed the place
And they came away blank, but a case needs a face, and a safe
One was Ames, eighteen, the preacher's, a saint with the braids
In the wrong place, at eight, with a plate for his aunt and a stain
It was gravy. They gave him till 2028
Lucky gave the boy a bike for his birthday. A nine-speed. It shined
He never did ride it. It lined up the side of the line
Of the washing, with rain on the chain, getting browner in time
And the preacher'd go by with a sign: AMES CARTER IS MINE
The boy used to dream of it: sheets, and the heat, and he screams
And the stranger sits up in the street, says, "Keep eating your ice cream."

[Chorus]
What the boy saw, what the boy saw
Small little window on a great big law
You can lock up a mouth but the eye stays raw
Everybody's innocent of what the boy saw

[Verse 3]
Twenty, unloading a boat, and the old man goes by in the cold
With the pole and the sign on his shoulder, the hope and the holes
In the soles of his brogues. And the boy put the load down. He rolled
Down his sleeves, and he strode up the road, and he told it. All told
His mother won't talk to him. Chalk on the wall of the block
RAT, in a scrawl, and a rock through the glass of the shop
Lucky got thirty. He looked at the boy from the dock
It wasn't a threat. It was soft, like a load had been dropped

[Bridge]
(And Ames?)
Ames came out with a bag and a Bible
(And Ames?)
Came up Gull Street, asking. The quiet was tidal

[Verse 4]
"Eleven," said Ames. "I can count 'em. The men and the meds
My mom in a bed at the end of it. Eleven, and then
You said it." "I'm sorry," the boy said, and bent down his head
"You were what, then?" "I'm nine." "You were nine," Ames said, and he let
It lie there. "I was eighteen." Then the iron, the light
They climbed up the fire escape, quiet, the side with the sight
Line down to Lyle's, with a pint of vanilla, two knives
And they sat there and ate, till it ran, and the tide was all right`,
    },
    {
      title: 'Slack Water',
      album: 'Slack Water',
      releaseDate: '2010-05-11',
      explicit: false,
      language: 'en',
      writers: ['Dockside Rell'],
      producers: ['Captain Lowry', 'Yusef Bright'],
      featured: ['Imelda Strand'],
      state: 'complete',
      tags: ['faith', 'family', 'farewell'],
      durationSeconds: 266,
      relation: { type: 'interpolates', artist: 'Dockside Rell', title: 'Container Forty' },
      lyrics: `[Intro: Dockside Rell]
Nico. Sit down. You got a minute?
That's about how long it lasts

[Verse 1: Dockside Rell]
Come sit on the bit of the pier that's still dry, and be quiet
See how the tide isn't rising, or sliding? It's tired
Twice in the night and the day it lies wide like an eye
And the pilots who've any mind time their whole lives by it
Your mother, she told me you're running with Duncan, he's fronting
A bundle, some bucks, and you're young, and your stomach is something
That's rumbling up in you. Don't tell me nothing. I've done it
I've wanted so much that I'd trust any bum with a plan, son
So hush, and I'll tell you of Manny. A hundred pounds, laughing
I lifted him, handed him up like a hat to a rafter
I've had a good wife and a daughter, a lap with a cat in
And after all that, it's my hands that I'm looking at after

[Chorus: Imelda Strand]
Slack water, ain't coming, ain't going
Minute in the middle where the river quits flowing
Whatever you're holding, whatever you're towing
Lay it down now, 'fore it turns without knowing

[Verse 2: Dockside Rell]
They'll say it's a favour. They'll say that it's painless, you'll make
In a day what I'd make in eight months with my back at that crane
They'll name you a name, and they'll wait in the rain in a late
Model thing with the plates scraped away, and you'll think that you're brave
But listen, the sea isn't wicked. It isn't religious
It gives and it gives, and it lifts you, and then it forgets you
There's six little pictures I've kissed on a shelf in my kitchen
I live with the dishes, the drip, and the six of 'em listening
Teo, at sixty, the skipper, still sits at that seat
In Benny's, and each of the deckhands he's teaching to eat
That's what a man's for. And, see, if you'd need me to be
A fool on a bench by a sea in the freeze, then I'll be

[Chorus: Imelda Strand]
Slack water, ain't coming, ain't going
Minute in the middle where the river quits flowing
Whatever you're holding, whatever you're towing
Lay it down now, 'fore it turns without knowing

[Bridge: Dockside Rell & Imelda Strand]
Harbour don't holler (the water don't talk)
Five boys went walking (but one of us walked)
Back to the corner, back to the yard
Here is the thing, boy: (the door is ajar)

[Verse 3: Dockside Rell]
There. Did you feel it? The weed on the piling is leaning
It's easing its way to the sea, and it's greener, and meaning
To keep at it. See, you've got each of your feet. You can leave, and
I'll never say, "Did he?" I'll breathe, and I'll eat, and believe it
Or come with me Monday. There's one of us done with his number
They want a young lunk with some lungs and some gloves for the summer
You'll grumble. Your thumbs'll be blood. You'll be up before summoned
Your mother will love it. She'll hug you. You'll blush and you'll shrug it
(You got something in that jacket?) I'm asking. Then hand it me. Thanks
It's lighter than I had imagined. It's lighter than that
(Splash.) And that's that. And it's passed us. It's running. Look at it
Slack water's a minute. You had it. And damn it, you had it`,
    },
  ],
};
