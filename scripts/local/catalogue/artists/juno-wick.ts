import type { CatalogueArtist } from '../types.ts';

export const junoWick: CatalogueArtist = {
  name: 'Juno Wick',
  slug: 'juno-wick',
  bio: 'Half-sung, half-muttered songs from the top deck of the last bus. Juno Wick writes in short lines and near rhymes about getting home, in every sense.',
  songs: [
    {
      title: 'Last Stop, Please',
      album: 'Night Fares',
      releaseDate: '2009-11-09',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick', 'Caspar Thole'],
      producers: ['Caspar Thole'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'night bus'],
      durationSeconds: 221,
      relation: null,
      lyrics: `[Intro]
Mind the step
Mind the doors (mm)

[Verse 1]
Top deck, front seat
Feet up on the heater
City doing its teeth
in a long wet mirror
Man behind me breathes
like a broken concertina
Chips and vinegar
and somebody's two-litre

I drew a face in fog
It cried before I'd finished
The driver takes the corner off
like he's peeling off a bandage
I've got one good sock
and a voicemail from the clinic
They've moved me to a Thursday
I've been Thursday for a minute

[Chorus]
Last stop, please
No rush, no hurry
Take the long way round the ring road
while I worry out the worry
If the engine wants to hum
I could use a harmony
Last stop, please
and don't you stop for me

[Verse 2]
Girl comes up in sequins
one shoe in her fist
She says, is this the seven?
I say, depends which
She laughs, then leaks a little
mascara to the chin
I've a napkin from the chicken place
She says, you come equipped

We don't swap names
We swap a window each
She shows me where she used to live
before they sold the street
I show her the car park
top level, where I'd be
most of that November
just being hard to reach

[Chorus]
Last stop, please
No rush, no hurry
Take the long way round the ring road
while I worry out the worry
If the engine wants to hum
I could use a harmony
Last stop, please
and don't you stop for me

[Bridge]
Nineteen stops
I tell them like beads
Baths. Library. Baker's.
The dark bit with trees
Hospital. Chapel.
The roundabout geese

[Outro]
Driver leans his head out
"Love, this is where I turn"
I say I know. I say thank you
He says, "Watch the kerb"`,
    },
    {
      title: 'Waiting Room Plants',
      album: 'Small Talk for the Ceiling',
      releaseDate: '2011-03-21',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick'],
      producers: ['Caspar Thole', 'Minnow'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'confessional'],
      durationSeconds: 234,
      relation: null,
      lyrics: `[Verse 1]
Two plastic ferns
one real one in the middle
The real one looks the worst of it
brown and kind of brittle
I want to tell the front desk
but I only talk a little
so I tip it half my water
through the gap between the spindles

Clipboard wants a number
nought to three, how often
have I felt like furniture
have I felt like coughing
all my insides up
have I slept or gone without it
I circle all the twos
'cause a three would be a problem

[Chorus]
I'm all right, I'm all right
(That's the plastic talking)
Never drop a leaf
never need no watering
Dust me once a month
and I'll look like I'm blossoming
I'm all right, I'm all right
(That's the plastic talking)

[Verse 2]
Her name is Ms. Adair
and her cardigan's enormous
She says, where do you feel it?
I say, mostly in the corners
She says, corners of the body?
I say, corners of the autumn
She writes that down in pencil
like it mightn't be important

I tell her of my nan's house
the carpet like a meadow
how I'd lie there with the hoover on
and hum with it in stereo
She says, when did that stop?
I say, when they sold the... hello
It's raining in the room now
and nobody said weather

[Verse 3]
Six weeks, eight weeks
ferns are still immaculate
Real one's got a shoot on it
the size of half a matchstick
She says, and who's been watering?
I say, it's been an accident
She lets a silence grow
till I'm nearly leaning at it
I show her on the clipboard
where the numbers had me captured
She says, is that a three?
I say, put me down a fraction

[Outro]
I'm not right, but I'm not wrong
(That's the real one talking)
Dropped a leaf on Tuesday
had a cry about the watering
One brown edge, one green thread
and I'm slow, but I'm blossoming
I'm not right, but I'm not long
(I came here walking)`,
    },
    {
      title: 'Eleven Percent',
      album: 'Small Talk for the Ceiling II',
      releaseDate: '2013-10-07',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick', 'Petra Sallow'],
      producers: ['Minnow'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'storytelling'],
      durationSeconds: 247,
      relation: null,
      lyrics: `[Verse 1]
Eleven percent
I'm in somebody's hallway
Coats on a bannister
piled like a Sunday
Music through plasterboard
thick as a bad day
A boy called Elliot
tells me I look far away

Ten, and you're typing
Three dots, then they stop
I have stood in your pauses
like shelters, like shops
with the shutter half up
and a hand on the lock
Nine. Are you sleeping?
Nine. Are you not?

[Chorus]
I've got just enough for one more ring
If you're in the dark, don't say a thing
Just leave the line on and I'll listen in
I've got just enough to hear you breathing

[Verse 2]
Seven. I'm walking
The cold's like a slap
from an aunty who loves you
and wants you intact
I pass the closed florist
the bins round the back
the place you first told me
and tried to retract

"I'm joking," you'd said
with your face like a plate
that's come out of boiling
and not going to break
but it's thinking about it
Six, and it's late
Five, and I'm running
Four, at your gate

[Chorus]
I've got just enough for one more ring
If you're in the dark, don't say a thing
Just leave the line on and I'll listen in
I've got just enough to hear you breathing

[Bridge]
Three, and the buzzer
Three, and the light
Three, and your slippers
on tile, left, right
Two, and you're standing there
creased from a fight
with the duvet, with you
and you look like you might

[Verse 3]
One. You say "hi"
One. I say "hi"
and it dies in my pocket
with a small tired chime
You go, "What was that?"
I go, "That was the time"
You dig out a charger
We sit by the wire

[Outro]
One. Then it's two
Four. Then it's nine
Both of us climbing
one bar at a time`,
    },
    {
      title: 'Last Stop, Please (Live at the Tin Chapel)',
      album: 'Tin Chapel, One Night',
      releaseDate: '2014-12-01',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick', 'Caspar Thole'],
      producers: ['Petra Sallow'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'live'],
      durationSeconds: 268,
      relation: null,
      lyrics: `[Intro: Juno Wick]
(Hello. This one I wrote on my hand, so if I go quiet I'm reading)
Mind the step

[Verse 1]
Top deck, front seat
Feet up on the heater
City doing its teeth
in a long wet mirror
Man behind me breathes
like a punctured concertina
Chips and vinegar
and somebody's two-litre

I drew a face in fog
It cried before I'd finished
The driver takes the corner off
like he's peeling off a bandage
I've got one good sock
and a letter from the clinic
They've moved me to a Thursday
I've been Thursday for a minute

[Chorus]
Last stop, please
No rush, no hurry
Take the long way round the ring road
while I worry out the worry
If the chapel wants to hum (go on)
I could use a harmony
Last stop, please
and don't you stop for me

[Verse 2]
Girl comes up in sequins
one heel in her fist
She says, is this the seven?
I say, depends which
She laughs, then leaks a little
mascara to the chin
I've a napkin from the chicken place
She says, you come equipped

We don't swap names
We swap a window each
She shows me where she used to live
before they sold the street
I show her the car park
top level, where I'd be
most of that December
just being hard to reach

[Chorus]
Last stop, please
No rush, no hurry
Take the long way round the ring road
while I worry out the worry
If the chapel wants to hum
I could use a harmony (that's lovely)
Last stop, please
and don't you stop for me

[Bridge]
Nineteen stops
I tell them like beads
Baths. Library. Baker's.
The dark bit with trees
Hospital. Chapel. (That's you)
The roundabout geese

[Outro]
Driver leans his head out
"Love, this is where I turn"
I say I know. I say thank you
He says, "Watch the kerb"`,
    },
    {
      title: 'Half a Sandwich',
      album: 'Blue Plate',
      releaseDate: '2015-02-16',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick'],
      producers: ['Caspar Thole'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'family'],
      durationSeconds: 226,
      relation: null,
      lyrics: `[Verse 1]
Dad did nights
at the bread plant off the bypass
Home before the milk
with flour on his eyelash
I'd hear the key turn
careful, like a safe-crack
Then nothing, then the fridge light
The stairs creak, then blackout

On the side, a plate
with a bowl turned over on it
Half a cheese and pickle
cut corner to corner
His half gone already
mine with the crust off it
We ate a meal together
four hours apart in the morning

[Chorus]
Half a sandwich, that was how he'd say it
Never had the language, so he cut it and he laid it
on the blue plate, chipped edge, both of us ate it
Half a sandwich. Nobody wasted

[Verse 2]
Fourteen I'm a door slam
Fifteen I'm a hood up
Sixteen I'm a stomach
that just doesn't want good stuff
He'd find it in the bin
when he did the bin, shut up
about it, wash the plate
and the next day put another

Never said, "You're thin"
Never said, "I've noticed"
Only cut it smaller
quarters, then in soldiers
then a shape, a little boat
with a cocktail stick for motion
and I laughed, and I ate the sail
and I ate half the ocean

[Chorus]
Half a sandwich, that was how he'd say it
Never had the language, so he cut it and he laid it
on the blue plate, chipped edge, both of us ate it
Half a sandwich. Nobody wasted

[Verse 3]
Now he's up on Rowan Ward
Window on the car park
Calls me by my mum's name
mornings and the half-dark
I bring it in in foil
cheese and pickle, crust off
He turns it like a map
till his thumb finds the soft part

He doesn't know the day
or the year or the building
but he tears it down the middle
like a man who's had children
and slides me the big bit
and nods at me, willing
and we sit with our mouths full
and don't need to fill it in

[Outro]
"Eat up," he says. "Eat up
You've got a bus to get"`,
    },
    {
      title: 'Good Morning, Body',
      album: 'Kindling',
      releaseDate: '2018-05-18',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick', 'Oda Brightwater'],
      producers: ['Minnow', 'Hester Lune'],
      featured: ['Oda Brightwater'],
      state: 'complete',
      tags: ['alternative', 'melodic', 'recovery'],
      durationSeconds: 258,
      relation: null,
      lyrics: `[Intro: Juno Wick]
Seven. Snooze
Seven-oh-nine. Snooze

[Verse 1: Juno Wick]
Morning, left foot
You were cold all evening
Morning, both knees
creaking like a ceiling
Morning, old stomach
I'm sorry for the feelings
I kept them in you like
a drawer for old receipts in

Morning, you two hands
Fists again, I'm guessing
Uncurl, there's only curtains
and a kettle and a dressing
gown. And morning, jaw
you can stop confessing
You've ground the night to flour
Bread would be a blessing

[Chorus: Juno Wick]
Good morning, body
I know we're not on speaking terms
You carried me through all of it
I only ever called you worse
So I'll put the water on
and you can have the first turn
Good morning, body
Mind the mug, it burns

[Verse 2: Oda Brightwater]
After the second was born I was torn like a letter that somebody wept on and mended with tape
and I read myself over each morning, the warning, the kisses, the bits where the handwriting shakes
and the milk came in silk and in stone, on its own, like a tide that won't wait for the harbour to wake
so I lay there a bay there, and whispered my ribs: you're the crib that the crib has been trying to make
Body, you shoddy old chapel, you apple-box, leaky-roofed, creaky-pewed body, I came
to complain at the font, and I want you to know that I noticed: the candles were lit all the same

[Chorus: Juno Wick & Oda Brightwater]
Good morning, body
I know we're not on speaking terms
You carried me through all of it
I only ever called you worse
So I'll put the water on
and you can have the first turn
Good morning, body
Mind the mug, it burns

[Verse 3: Juno Wick]
Morning, dark thing
underneath the breastbone
You can come to breakfast
You can't use the telephone
You don't get to drive
You don't get to choose the route home
Sit there with your seat belt
Here's a piece of toast, so

Up on one elbow
That's a kind of mountain
One sock. Two sock
Somebody start counting
Floor's where I left it
Window's full of thousands
of people being vertical
Budge up, crowd, then

[Outro: Juno Wick & Oda Brightwater]
Morning, left foot (Morning)
Morning, right (I'm coming)`,
    },
    {
      title: 'Request Stop',
      album: 'Service Withdrawn',
      releaseDate: '2022-09-30',
      explicit: false,
      language: 'en',
      writers: ['Juno Wick', 'Caspar Thole'],
      producers: ['Caspar Thole', 'Hester Lune'],
      featured: [],
      state: 'complete',
      tags: ['alternative', 'melodic', 'night bus', 'recovery'],
      durationSeconds: 252,
      relation: null,
      lyrics: `[Verse 1]
They're cutting the route
It was there on a poster
laminated, cable-tied
crooked on the shelter
"Service withdrawn"
with a date in October
I read it the way
you'd read news of a brother

So I've got my good coat on
a flask and a muffin
I'm riding her out
for no reason, for nothing
Thirty-four, top deck
knees up, button
done to the throat
like my mum's still fussing

[Chorus]
Ding (ding), somebody wants to be let go
Ding (ding), hold on to the yellow pole
I used to ride it round with nowhere to call home
Ding (ding), now I ring it on my own

[Verse 2]
Same front window
Kid's in the front seat
Cuffs pulled to knuckles
Hair like a bad week
Drawing in the fog there
just eyes and no cheek
I know how that goes
I know that it leaks

I don't do the speech
I've been done to with speeches
I hold out the muffin
She takes it in pieces
I say, "There's a heater
by your feet, if it reaches"
She says, "Is this the seven?"
I say, "Till it ceases"

[Chorus]
Ding (ding), somebody wants to be let go
Ding (ding), hold on to the yellow pole
I used to ride it round with nowhere to call home
Ding (ding), now I ring it on my own

[Bridge]
Baths, they're flats now. Library, shut now
Baker's, still baker's. The trees are cut down
Hospital, Chapel, the geese are about
I say them out loud, and she says them back now

[Verse 3]
And I never once said this
on the records before it:
there's a driver who'd wait
with his hazards, ignore it
when I'd sleep past the turn
and the timetable's forfeit
He'd just do the loop
and let me be boring

So, Mr. Whoever
this verse is your ticket
It took me ten years
but I stood, and I rang it

[Outro]
"Love, this is where I turn"
I know. Me too
"Watch the kerb"
I do`,
    },
  ],
};
