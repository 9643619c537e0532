import type { CatalogueArtist } from '../types.ts';

export const marlowVane: CatalogueArtist = {
  name: 'Marlow Vane',
  slug: 'marlow-vane',
  bio: 'Storyteller from a cold northern tannery town who rapped like a man reporting the weather. Between 1991 and 2001 he made four records about shovels, landlords, buses and snow.',
  songs: [
    {
      title: 'Snow Emergency Route',
      album: 'First Frost',
      releaseDate: '1991-12-03',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane'],
      producers: ['Gil Tamsin'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'storytelling'],
      durationSeconds: 241,
      relation: null,
      lyrics: `[Intro]
December. (Turn the heat up.) What heat?

[Verse 1]
Four in the morning, horn of a tow truck, slow truck
Amber on my ceiling spinning, cheap show, no luck
Pop's up, drops his cup, one sock, one boot
Long johns, coat on, gone down the back stair chute
Third-floor window, I'm ten, nose to the frost
Watch him chase the taillights, waving like a man who got lost
They had the front end winched up an inch off the lane
A two-door with one good door, the color of rain
He stood there in the road, cold coming up through
The one wool sock and a robe that used to be blue
No shouting. He was counting what the signpost said
SNOW EMERGENCY ROUTE, in the city's own red
Read it two times, like the lines might bend
Came back, made coffee, and said, "Get dressed, then."

[Chorus]
Snow emergency route, everybody get moving
They'll take it while you sleep if there's a way they can prove it
Dig out, dig in, keep a shovel by the door
If the street's not yours, then who's the salt for?
Snow emergency route, everybody get going
City only learns your name the nights that it's snowing
Dig out, dig in, keep the stub of your mail
There's a fee for the hook and a fee for the bail

[Verse 2]
Eleven blocks in, my chin was numb as a nickel
Breath like a ribbon, drip-drip off an icicle
He walked where the plow had scraped, I stayed in the shape
Of the bootprints he made, so my sneakers stayed safe
Past the tannery, cannery, the boarded-up brewery
Courthouse pigeons doing permanent jury
Duty. He spoke once, on the bridge, chin tucked
"Nine years, never late. That's no skill and no luck
That's a plan, and a spare, and a spare for the spare."
Then he split up the gloves, one apiece, from the pair
Got to the pound, found a man in a booth
Heater by his feet, feet up, gold front tooth
"Ninety for the tow and it's twelve for the night
Come fight it in June if you feel like you're right."
Pop kept a hundred in his sock for the rent
Peeled it off slow, and his face never went
Two dollars short. And the short man sighed
So I put down my lunch money. Nobody cried

[Chorus]
Snow emergency route, everybody get moving
They'll take it while you sleep if there's a way they can prove it
Dig out, dig in, keep a shovel by the door
If the street's not yours, then who's the salt for?
Snow emergency route, everybody get going
City only learns your name the nights that it's snowing
Dig out, dig in, keep the stub of your mail
There's a fee for the hook and a fee for the bail

[Verse 3]
Rode home with the window that wouldn't roll up
Flurries in the front seat, filling a cup
Got to our corner and he rolled to a stop
"Read every sign twice 'fore you settle," said Pop
Now I'm grown, got my own little heap with a heater
Move it like a pawn, back and forth, feed the meter
Got a boy in the back, feet not touching the floor
Asks me, "Why you keep a shovel by the bedroom door?"
I tell him, "Get dressed." It's a quarter past three
Hand him one glove. Put the other on me`,
    },
    {
      title: 'Salt on the Radiator',
      album: 'Cold Water Flat',
      releaseDate: '1994-10-11',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane', 'Gil Tamsin'],
      producers: ['Gil Tamsin'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'storytelling'],
      durationSeconds: 228,
      relation: null,
      lyrics: `[Verse 1]
Cold-water flat, and the cat on the pilot light
Ma doing math on the back of a flyer at night
Pencil in her hair, there was fear in a file box
Minus the phone bill, minus the child's socks
Pipes used to clank like a bank when the vault shuts
I'd hang up my boots and the road left its salt dust
White little tide lines, high lines, a chart
Of how deep we walked from the end to the start
Super named Anders, his answers were no and "no, son
Boiler's like a lawyer, costs more when there's no sun"
So Ma took a wrench to the pipe and hit three short
Upstairs hit back, and we all held court
Abiola in four, the Kowals in six
Morse code in iron with spoons and with sticks
A whole line of tenants, defendants in coats
Passing the news up the building in notes

[Chorus]
Salt on the radiator, boots in a row
Steam for an hour and then nowhere to go
Knock on the pipe if you want 'em to know
Salt on the radiator, everything slow

[Verse 2]
January second, the reckoning came
Anders taped a paper with the wrong last name
Sixty percent up, the first of the month
Ma read it standing and she swore, just once
Said, "Bring me the wrench." It was ten to eleven
Hit three and a pause and a three and a seven
And doors came open, and lamps, and slippers
A nurse and a cabbie, a barber with clippers
Nineteen on a staircase, breath like a choir
Nobody had leverage and nobody had fire
But the nurse had a pen and the barber a chair
And they drew up a list with the whole of it there
Broke glass, no gas, mice, ice on the inside
Lock on the front been a rumor since springtime
Each of 'em signed in the thin yellow light
In mittens, so half of 'em barely could write

[Chorus]
Salt on the radiator, boots in a row
Steam for an hour and then nowhere to go
Knock on the pipe if you want 'em to know
Salt on the radiator, everything slow

[Verse 3]
Walked it to court in a snowstorm. We won some
Not much, but you'd touch the old pipe and it hummed some
Anders got a valve and a whole other manner
Ma hung the list like a small nation's banner
I'm grown, got a thermostat, forced air, remote
Still hang up my boots, and I still sleep in my coat
Last time I went by there, the stairs smelled of soup
And a kid with a wrench had the second-floor stoop
I asked what it's for, and he looked at me, flat
"It's how you call everyone." Yeah. It was that

[Outro]
(Three short. Wait for it.)
There they are`,
    },
    {
      title: 'The Night Plow',
      album: 'Cold Water Flat',
      releaseDate: '1994-10-11',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane'],
      producers: ['Gil Tamsin', 'Odd Harlan'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'storytelling', 'noir'],
      durationSeconds: 263,
      relation: null,
      lyrics: `[Verse 1]
Three-ten. Thermos in my lap, cap for a cup
Heat on my knees, wheels freezing, four hours till sun-up
Dispatch on the squawk box, talk, static, a cough
"Two men did the tannery payroll. They're off."
I roll by the dyeworks, eyes on the curb
Ten tons of truck, and you're trained not to swerve
And there by the loading dock, out of the storm
Sat a coupe with no lights on. The hood of it: warm
You can tell. Snow fell, and it fell, and it fell
And it died on that metal, and it gave off a smell
I could've called it in. I stalled it instead
Set down the blade till the asphalt bled
Sparks, and I parked half a mile of the street
Up against both doors, one push. Nice and neat

[Chorus]
Night plow, night plow, blade to the bone
Pushing the whole town's quiet back home
Whatever you drop when the flakes come down
I'm the last one to see it in the sleeping town
Night plow, night plow, amber on white
What gets covered gets covered in a night
Come April, come river, come gutter, come mud
We'll find what was snow and we'll find what was blood

[Verse 2]
Drove off, had a doughnut. The counterman, Lou
Said, "Quiet." I said, "It's the weather." "Yeah. You?"
But one of those heads had a tilt. It kept nagging
Left shoulder low, like a mailbag, dragging
Dez. Dez Moran. We ran from the same dogs
Same nuns, same cops, same summer-school fog
He stood at my wedding, he carried my dad
Got a girl with bad lungs and no work to be had
So I swung it back round with the strobe turned low
And I shaved one slot, driver's side, through the snow
One door's worth. One man's worth. Then I withdrew
What he did with the gap was for him to do
By five they arrive, blue and red on the drift
One man. One warm seat. One glove. That's it
Sergeant leans in: "You see anything?" "No
Saw what I see every night. Saw snow."

[Verse 3]
April. The gutters all stuttering, loud
The pile at the dyeworks went down like a crowd
Heading home, and alone, on the stones, in the slush
A satchel gone green, and the whole street hushed
No Dez. He was west by the very next train
A card every Christmas, no street and no name
I stood with my boot on that bag in the mud
Sun on the river, no siren, no blood
Thought about ninety men, tannery floor
Who'd gone without Christmas and gone without more
So if Father O'Dell found a bag by the font
And a note saying PAY THEM, that's all that I want
They asked me in June and they asked me in fall
I drive. I don't see anything at all

[Chorus]
Night plow, night plow, blade to the bone
Pushing the whole town's quiet back home
Whatever you drop when the flakes come down
I'm the last one to see it in the sleeping town
Night plow, night plow, amber on white
What gets covered gets covered in a night
Come April, come river, come gutter, come mud
We'll find what was snow and we'll find what was blood`,
    },
    {
      title: 'Pawnshop Trumpet',
      album: 'Lake Effect',
      releaseDate: '1997-02-18',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane', 'Odd Harlan'],
      producers: ['Odd Harlan'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'jazz rap', 'storytelling'],
      durationSeconds: 276,
      relation: { type: 'samples', artist: 'Sister Cadence', title: 'Chalk Dust' },
      lyrics: `[Intro]
"How much for the horn?"
"It's got a ticket on it."

[Verse 1]
I clerked for a broker named Krause, kept a mouse in a jar
Half of the block in the back with a tag: a guitar
Wedding ring, bedding, a sled and a glass eye
In Friday to leave it, back payday to buy
Bell on the door, slush on the floor, in comes Clyde
Lapels up, overcoat, trumpet case tight to his side
Sets it on the counter like a man sets a baby
"Forty till Monday?" Krause says, "Thirty-five." "Maybe"
Clyde says, and takes it. Each Friday, same dance
Monday he's back with the bills in his pants
Pocket, unlocks it, and runs one low scale
That froze the whole store like a hand on a rail
I asked him. He told me, "My rent's Friday. I scrub
Pots all the weekend to buy back the club
Date Monday night. So the horn pays the roof, pots pay the horn
We been in and out of hock since the day we were born."

[Chorus]
Three brass balls hanging over the door
Everything in here was somebody's before
Trumpet in the window with a tag on a string
And nobody asks what it takes to make it sing

[Verse 2]
Second week of February, twenty below
Monday came, Monday went. Nothing but snow
Krause gave it Tuesday, Wednesday, a week
Then he wired on a price, and I couldn't quite speak
So it hung in the window where the headlights would climb it
And a kid used to stop there, you could just about time it
Four, after school. He was eleven or so
Lips in a buzz, fogging up his own O
I walked to the Lantern on lunch. In the back
Clyde's apron still hung on a nail by the rack
Cook said, "His chest. Took him in on the ninth
Took him out on the tenth." And he looked at the knife
And he kept chopping onions, 'cause onions allow
A man to do that. I said, "Where is he now?"
"County ground. A number on a little tin tag.
Same kind you people use." And he folded his rag

[Chorus]
Three brass balls hanging over the door
Everything in here was somebody's before
Trumpet in the window with a tag on a string
And nobody asks what it takes to make it sing

[Verse 3]
I was clearing ninety-five for a six-day week
The horn was one-sixty. I did not sleep
Thursday I took it on time, out of pay
Krause wrote the slip and he looked the other way
And he knocked off the sixty. Don't tell him I told
I waited for the kid by the glass in the cold
Said, "Here." He said, "Mister, I wouldn't know how."
"Nobody does. Put your mouth on it now."
He blew. It was ugly: a goose in a drain
A bus with bad brakes and a dog and a train
And in under it, somewhere, all raggedy-thin
One thread of a Friday. Like Clyde walking in
Bell on the door, slush on the floor, and the whiz
Of the cars. I don't say it's ghosts. I say what it is

[Outro]
"How much for the horn?"
"It had a ticket on it. Not anymore."`,
    },
    {
      title: 'Two Sets of Footprints',
      album: 'Lake Effect',
      releaseDate: '1997-02-18',
      explicit: true,
      language: 'en',
      writers: ['Marlow Vane'],
      producers: ['Gil Tamsin'],
      featured: [],
      state: 'complete',
      tags: ['boom bap', 'storytelling', 'noir'],
      durationSeconds: 254,
      relation: null,
      lyrics: `[Intro]
Quarter past six. (Listen.)
That's the point. Nothing

[Verse 1]
Off at six from the meat plant, gloves frozen stiff
Walked it, no transfer, last drag, one whiff
Of the bakery, then Kepler Street, off of the shift
Fresh powder an hour old, not a paw, not a drift
Whole block like a bedsheet, not a wrinkle. I saw
Two sets of footprints, straight up to my door
And one coming back out. I did the math slow
Two in, one out. So who's in there? (Whoa)
I owe Rudy Pell eleven hundred and change
Late by a month, and a month makes him strange
He won't break your leg, he just sits in your chair
Feeds your own cat, and he waits for you there
Now, I don't have a cat. But I do have a chair
So I went round the alley with a pipe in the air
Kitchen light burning. I'd left that off
Radio low. And I heard someone cough

[Chorus]
Two sets coming, one set gone
Snow keeps a record of what's going on
Read it like a letter on somebody's lawn
Two sets coming, one set gone

[Verse 2]
A tracker would've looked at the tracks. I'm no tracker
I thought about Rudy and his big friend, Thacker
Thought about the money I'd blown on a horse
Named Sure Thing's Cousin. Came in last, of course
Thought of who'd find me. The mailman. In May
Thought, shit, I'm thirty-one with no final words to say
Back stairs, on the edge, where the boards creak less
Key in the lock like a dentist, breathless
Pipe up. One, two, and a shoulder to wood
And there at my table, in a red wool hood
Was a girl. Maybe six. Boots wet on the mat
Eating dry cereal out of my hat
She looked at the pipe and she looked at my head
"You're him," she decided. "You look like she said."
I set down the pipe like it might be asleep
"Shit," I said. "Language," she said. (Didn't weep)

[Chorus]
Two sets coming, one set gone
Snow keeps a record of what's going on
Read it like a letter on somebody's lawn
Two sets coming, one set gone

[Verse 3]
Note on the counter. My name, blue ink
The hand that left notes for me once by that sink
"Marlow. I'm sick, and I can't say how long
She eats all her crusts. If you cut 'em, you're wrong
I never asked nothing. I'm asking. It's May
When I'm back, or I'm not. She was born on a day
Like this. Count it backward." I counted. I sat
She passed me some cereal out of the hat
Then I went to the window and got on one knee
And read what the yard had been saying to me
One set of big ones, dragging, and slow
That stopped at the gate a long time in the snow
One set of small ones, beside, not behind
It was all right there. I'd been reading it blind
Next morning, new powder, the bell about to ring
Two sets of footprints. I'm carrying her things`,
    },
    {
      title: 'Last Bus to Ferris',
      album: 'Last Bus to Ferris',
      releaseDate: '2001-11-06',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane', 'Dockside Rell'],
      producers: ['Odd Harlan'],
      featured: ['Dockside Rell'],
      state: 'complete',
      tags: ['boom bap', 'storytelling'],
      durationSeconds: 289,
      relation: null,
      lyrics: `[Intro: Marlow Vane]
Watch your step. (It's only weather.)

[Verse 1: Marlow Vane]
One-fifteen, the garage. Number nine, nine tons
Heater on the left side's the only one that runs
So the regulars lean to the left, like a church
The drunk and the dishwasher, nurse with her purse
Held up on her lap like a cat. Then the twins
Who clean the tall bank, with their badge and their pins
And old Mr. Szabo, who rides end to end
Not going anywhere, just seeing a friend
It's me. I'm the friend. He gets on at the start
With a thermos of plum stuff that restarts your heart
Fifth and Cass: girl in a dress for July
No coat and no fare and one blacked-up eye
Told her, "Machine's broke." It breaks when I say
That's all of the power they gave me with pay
She got off at Ferris in the driver's spare coat
I got it back Sunday. In the pocket, a note

[Chorus: Marlow Vane & Dockside Rell]
Last bus to Ferris, step in out of the weather
Everybody's alone here, alone together
Pull on the cord when you see where you live
Last bus to Ferris, it's all I got to give

[Verse 2: Dockside Rell]
Buried my cousin at noon on a slope by the coast
Rode with the smoke of the boats in the fold of my coat
Four states of cold road, then a slow-rolling bus full of ghosts
Old boy in the row with a bottle says, "Son, have a toast."
So I talked, and he thought, and I walked him through all of it, all
How the hawser was caught on the dock, how he fought in the haul
How they called and they called. How a harbour goes quiet, it stalls
And he poured out a drop on the floor for a man he'd not known at all
Said, "Stranger, I change at the end of the line, and go back
I came for the rain on the pane and the weight of the track
My lady's been laid in that hill since the bay froze black
I stay on the nine, 'cause the flat has no face, and that's that."
Well, I'd paid to the depot. I ended up riding till four
We said every name that we had, and he asked me for more

[Chorus: Marlow Vane & Dockside Rell]
Last bus to Ferris, step in out of the weather
Everybody's alone here, alone together
Pull on the cord when you see where you live
Last bus to Ferris, it's all I got to give

[Verse 3: Marlow Vane]
They cut the nine Friday. A memo, one page
"Ridership." Sure. I don't write 'em, I age
Last run, the left side was full, so they stood
Szabo in a necktie, the nurse in her hood
Somebody's aunt with a cake on her knees
And the girl with the coat, who said, "Ferris, please."
Got to the loop where I'm s'posed to turn back
Nobody pulled cord, and the sky wasn't black
So I kept the wheel straight. There's a road past the sign
That runs to the lake, and it wasn't my line
Parked by the ice. Cut the lights. No one spoke
The sun took its time. It came up like a joke
That everyone got. Then I drove them all home
One door at a time. Then I drove it alone`,
    },
    {
      title: 'The Night Plow (Remix)',
      album: 'Thaw',
      releaseDate: '2005-02-22',
      explicit: false,
      language: 'en',
      writers: ['Marlow Vane', 'Paloma Quill'],
      producers: ['Odd Harlan', 'Tessa Brandt'],
      featured: ['Paloma Quill'],
      state: 'complete',
      tags: ['boom bap', 'storytelling', 'remix'],
      durationSeconds: 271,
      relation: { type: 'remix_of', artist: 'Marlow Vane', title: 'The Night Plow' },
      lyrics: `[Intro: Paloma Quill & Marlow Vane]
(Is it still snowing?)
Always

[Verse 1: Paloma Quill]
I was eight, and my chest was a rusted accordion
Ma on the late shift, dusting the auditorium
Landlord allowed us a day's moratorium
So Pop bought a mask from a discount emporium
Came home at six with the ice on his collarbone
One glove, no bag, and he wouldn't use the telephone
Kissed me on the head like a hundred-dollar loan
Said, "Somebody cut me a door," and was gone
By midday a rail and the tail of a whistle
What came was a stamp from the west, no initial
Bills in a fold with a cold little thistle
Pressed in the middle, a seal, unofficial
I breathed. I got bigger. I borrowed a pen
Eleven, on the kitchen tile, radio, ten
P.M., when a voice like a shovel came over the dial
With the coupe and the dyeworks, the doughnut, and while
I dried every dish it described how he was
Left shoulder low. And I sat there because
A stranger had told me, in bars, dry and flat
That my father was spared by a gap like a hat
So this is the answer, the letter, the debt
You left one side open. I ain't shut it yet

[Chorus: Marlow Vane & Paloma Quill]
Night plow, night plow, blade to the bone
Pushing the whole town's quiet back home
Whatever you drop when the flakes come down
I'm the last one to see it in the sleeping town
Night plow, night plow, amber on white
What gets covered gets covered in a night
Come April, come river, come gutter, come mud
We'll find what was snow and we'll find what was blood

[Verse 2: Marlow Vane]
Older now. City pension, flat feet, bad back
Sold the truck for scrap, kept the strobe on a hat rack
Bell goes. Blizzard. A woman, a stranger
Snow to the belt. Said, "I mean you no danger
You plowed by the dyeworks." I said, "Lots of men did."
She took down her hood, and her left shoulder slid
Low. And the past came on into the room
Like a dog that you know. So I put down the broom
Poured out some coffee, two cups, black and blue
"What did you see?" "I saw snow." "Is that true?"
That's a writer's question. I drive, so I shrugged
"A man's mostly weather. Sometimes he gets dug
Out." She wrote it down. I wish that she hadn't
She'd got his same shoulder. Her handwriting slanted
Said he went easy, a town by the sea
And he'd left me a globe, with a card, "For the key."
It's here on the sill. And I shake it some nights
A small yellow truck, and no sirens, no lights
She asked could she rhyme it. I told her, "If so
Tell them I never saw nothing but snow."

[Chorus: Marlow Vane & Paloma Quill]
Night plow, night plow, blade to the bone
Pushing the whole town's quiet back home
Whatever you drop when the flakes come down
I'm the last one to see it in the sleeping town
Night plow, night plow, amber on white
What gets covered gets covered in a night
Come April, come river, come gutter, come mud
We'll find what was snow and we'll find what was blood`,
    },
  ],
};
