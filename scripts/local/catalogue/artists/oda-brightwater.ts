import type { CatalogueArtist } from '../types.ts';

export const odaBrightwater: CatalogueArtist = {
  name: 'Oda Brightwater',
  slug: 'oda-brightwater',
  bio: 'A gardener who raps like a psalmist with dirt under her nails. Oda Brightwater lets long lines run over the edge and hides most of her rhymes inside them.',
  songs: [
    {
      title: 'Compost Psalm',
      album: 'Rind',
      releaseDate: '2012-03-20',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater'],
      producers: ['Hester Lune'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'spoken', 'faith', 'garden'],
      durationSeconds: 271,
      relation: null,
      lyrics: `[Verse 1]
Give me the rind and the rot, what the pot didn't want, the outer leaf wilted, the milk
turned, the burned bottom crust of the bread that we dread, and I'll bed it in straw till it's silk
between fingers that linger there, testing the heat of the heap in the sleep of the year, when the steam
comes up off the dark like a remark that the ground has been mulling all season, half reason, half dream.
I was taught that what's lost is a cost, but the frost has a different accountant: a mountain of peel
is a bank, and I thank every blight for the light it will turn into, burn into, learn into. Kneel,
so I kneel, with the barrow's one wheel and the feel of the warm at the harm-darkened core of the mess,
and confess that I've guessed at a God who gets dressed in this blackness, whose yes is a slow kind of less.

[Chorus]
Turn it over, turn it under, let the thunder have its water, let the daughter have the spade,
let the clover take the lover, and the cover crop recover what the summer left unpaid.
Nothing made is ever unmade, it's just laid in other shade till it's a blade of something green.
Turn it over, turn it under: what's a wonder but a blunder that the worm has gotten clean?

[Verse 2]
My grandmother buried her hairpins, her prayers, and the stairs of a house that burned down on the hill
in a plot by the well, and would tell us the smell of the dill was the spell of it, working there still.
"Child, what you cry for in April, by fall you'll be calling tomatoes," she'd say, with a thumb
like the root of a tooth, and the truth in it, uncouth and blooming, was rooms of the kingdom to come.
I have thrown in the letters, the better part ash, and the rash little vows, and the cow-licked first curl
of a boy who outgrew it; and doubt, when I had it, a good bushel basket; the casket; the pearl
of the onion, the bunion-foot shoe, every view that I held too tight to light, every right that was wrong,
and the heap, in its sleep, without keeping a tally, breathed deeply and sang me the same single song:

[Chorus]
Turn it over, turn it under, let the thunder have its water, let the daughter have the spade,
let the clover take the lover, and the cover crop recover what the summer left unpaid.
Nothing made is ever unmade, it's just laid in other shade till it's a blade of something green.
Turn it over, turn it under: what's a wonder but a blunder that the worm has gotten clean?

[Bridge]
And the worm, with no term of address for the blessing it is, is, and that is its creed:
it has no eyes to rise to the skies with, it buys nothing, sighs nothing, dies into feed.
O teach me to need like the bead of a seed needs the dark, with no spark and no heed
of the hour, just the power to sour into sweetness beneath, and be freed.

[Outro]
Rind and rot. Pot and plot. What was not is what got us this far.
Steam at dawn off the lawn like a yawn, or a hymn to whatever we are.`,
    },
    {
      title: 'The Hour They Took Back',
      album: 'Standard Time',
      releaseDate: '2014-10-28',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater'],
      producers: ['Hester Lune', 'Fenn Aldous'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'motherhood', 'time'],
      durationSeconds: 287,
      relation: null,
      lyrics: `[Intro]
(Two o'clock) (Two o'clock, again)

[Verse 1]
At two the whole county goes through the same door it went through before, and the floor of the night is relaid,
and I'm sitting here splitting one hour in two with you, dew on your lip from the sip that I made
of myself, on the shelf of my arm, with the warm little engine of hunger still younger than cheese,
than the bruise on the fruit, than the root of the news; and we use it, this loose bit of time, as we please.
No one is owed it, nobody sowed it, it's coded in law, but it saw us and stayed, like a stray
at the screen, in between what has been and has been, an unseen sort of green in the gray of the day.
So I tell you the bell that I am doesn't tell any time, only rhymes when you climb it and ring;
and the clock on the stove and the one by the trove of your socks disagree about every last thing.

[Chorus]
Give me the hour they took back in the spring, with its string of wet laundry, its beak and its wing,
give me the hour with nothing to cling to it, no bell to ring in it, no king to be king.
I will sit in it, knit in it, fit my whole life in the slit of it, lit by the fridge and the moon,
and I'll hand it back, standing, still slack with your weight, and I'll say it was late, and it ended too soon.

[Verse 2]
My father went out in an hour like this, in the hiss of the oxygen, Saturday's seam;
and the nurse, who was terse from the curse of the form, wrote it down, with a frown, and a crown of cold steam
on her cup: was it up to the first or the second? She reckoned the second. I beckoned her near:
"Put it down in the noun that is missing," I said, "in the bed of the hour that's not really here."
So he's dead in a spread of the thread that the state can't account for, a fountain between the two twos,
and each fall, when it all rewinds, I find him in kind, unaligned, in his mind and his slippers and shoes,
with the news in his lap, and the cap with the map of the sweat on it set on his knee like a bird,
and you root at my shirt, and it hurts, and we're all of us here, and it's clear, and there isn't a word.

[Chorus]
Give me the hour they took back in the spring, with its string of wet laundry, its beak and its wing,
give me the hour with nothing to cling to it, no bell to ring in it, no king to be king.
I will sit in it, knit in it, fit my whole life in the slit of it, lit by the fridge and the moon,
and I'll hand it back, standing, still slack with your weight, and I'll say it was late, and it ended too soon.

[Outro]
Three. And the tree by the drive is alive with the five or six starlings that keep their own time.
You're asleep. I could weep. I will keep what I keep of it: sweep of a hand, and the land, and the climb
of the light up the height of the blind, like a kind of forgiveness of living, a rind of a chime.`,
    },
    {
      title: 'Perennial',
      album: 'Hardy to Zone Four',
      releaseDate: '2016-04-08',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater'],
      producers: ['Hester Lune'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'loss', 'garden'],
      durationSeconds: 262,
      relation: null,
      lyrics: `[Verse 1]
I planted your name where the rain takes its time, by the thyme and the lime-washed wall,
in the fall of the year you were near to us, here to us, clear to us, then not at all;
small as a fig, as a sprig, as the big silver dig of a spoon in a moon-coloured bowl,
and they told us the cold of the facts, how the body retracts, and the soul, if a soul,
is a matter for after. The laughter went out of the rafters. I swept up their words,
their "at leasts," their "the least of these," pieces of "peace" that decreased in me, cheap as the birds'
dispute in the fruit tree; the suit of the priest had a crease, and the fleece that we'd bought for your feet
was a beast that I slept with, I kept it and wept in it, crept to the edge of the street.

[Chorus]
And everything comes back but you: the blue flax, and the wax-yellow crocus, the stem
of the phlox that unlocks with a knock of the light from the tight little box of its hem;
and them I can mend, I can tend, I can bend to, and send up a thanks with no end to the thanks,
and everything comes back but you, and I do what you do: I make room in the banks.

[Verse 2]
They call it perennial: any old annual fool can pull off the one show and be gone,
but to go to the bone, to be stone-alone under the snow, to be thrown on the lawn
of the year and appear in it, sheer and unfearing, as if there were nothing in that to be brave about,
that is a habit I'd have, if I had it, and had it to save, from the grave, or to rave about.
Your brother was other, was after; he's laughter and mud to the knee, and he asked about you
with the flat of his hand on the land where you are, like you'd pat an old cat you once knew:
"Does she grow?" And I wanted to know what he'd sown in his head, so I said, "Well, what do you think?"
"Slow," he said, "down where the brown is. But tall. She's all pink." And I took it, a wink
from the brink of things: pink by the sink of the stone, when the peonies, heavy with ants and with rain,
put their heads in the beds of my hands, as if land were a thing you could stand in and not be in pain.

[Chorus]
And everything comes back but you: the blue flax, and the wax-yellow crocus, the stem
of the phlox that unlocks with a knock of the light from the tight little box of its hem;
and them I can mend, I can tend, I can bend to, and send up a thanks with no end to the thanks,
and everything comes back but you, and I do what you do: I make room in the banks.

[Outro]
And everything comes back but you, and it's true, and it's true that the dew is on all of it, too.
I water the latter of all that won't matter, and all that still does, and I call the can you.`,
    },
    {
      title: 'Small Hands, Large Water',
      album: 'Small Hands, Large Water',
      releaseDate: '2019-06-21',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater', 'Fenn Aldous'],
      producers: ['Fenn Aldous'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'motherhood', 'faith'],
      durationSeconds: 278,
      relation: null,
      lyrics: `[Verse 1]
The lake is flat as slate, and you are eight and straight as wire, a choir of goosebumps up each arm,
and I am calm the way a palm tree's calm above a hurricane, a vane, a false alarm.
I say, lie back, the black will hold you; told you like my mother never told me, cold and proud,
who held my chin and then withdrew the hand and stood there thin as rain behind a cloud.
You say, what if? The if is stiff as any cliff I've ever hung by, tongue-tied, on a thread
of faith so frayed it played like harp strings when the sharp wings of the doctor's verdict spread.
I say, the water's older than the shoulder of the mountain, it has counted every hair;
it bore a boat, a goat, a coat of every colour (well), it bore despair, and care, and air.
You say, now, mother, that's another story. And you're right. I hoard them, dragonlike, and let
the orange armband's bright band go, and oh, the slow, below the low, and you're not sinking yet.

[Chorus]
Small hands, large water,
what I couldn't, what I ought to,
what I caught and what I taught you
is to lie on what you're caught in and be carried.
Small hands, large water,
mother's mother, daughter's daughter,
every ark was pitch and order
and the trusting of the border where it's ferried.

[Verse 2]
And Peter, he was neater with a net than with a Sabbath, had a habit of the shore;
he stepped out since he'd slept out half his life in boats, and coats were cheap, and faith was something more
like appetite than light; he walked a yard, it wasn't hard, until he looked at what he'd done,
and that's the trick, my chick: the quick are quick because they're busy being quick. The rest is sun.
You look. You took the look. You shook. The book of you went under, and a thunder in me rose,
and every bone I own was thrown toward your one brown foot, your shoot of hair, your nose,
but up, like any cup that's air, you're there, you swear (you swear!), you spit a minnow, grin, and say,
"I did it wrong." And strong, belonging to no one, long of limb, you swim a crooked yard away.

[Chorus]
Small hands, large water,
what I couldn't, what I ought to,
what I caught and what I taught you
is to lie on what you're caught in and be carried.
Small hands, large water,
mother's mother, daughter's daughter,
every ark was pitch and order
and the trusting of the border where it's ferried.

[Bridge]
They'll tell you that to float is to do nothing. It's a bluffing kind of muscle that won't rustle, won't contend;
it's love, I think, it's of the same stuff: hands beneath the small of someone's back, and then they end.

[Outro]
The lake is flat as slate. It's late. You're eight. I wait. I wait. I wait.
Small hands. (Large water.)`,
    },
    {
      title: 'Marginalia',
      album: 'In Pencil',
      releaseDate: '2021-10-15',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater'],
      producers: ['Hester Lune', 'Minnow'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'faith', 'loss'],
      durationSeconds: 296,
      relation: null,
      lyrics: `[Verse 1]
You left me the Book, and the look in the gutter of it: all the butter-thumbed, muttering "no"
at the flood, and a bud of a star by the mud on the eyes of the blind, and an underlined "so?"
in the column where Solomon's solemn; by Job you wrote, "Robbed," and then rubbed it, and wrote, "Robbed. But why
does the boil get a verse, while the worse off, his wife, gets a line, and no name, and no sky?"
Fifty years of your fears and your cheers, in a pencil no bigger than half of a match,
the whole of your dispatch to the latch of the gate of the great I Am, scratch after scratch after scratch.
And I'd thought you a caught thing, a taught thing, a pew-quiet "Lord, let it be as you say,"
and here is the queer, sheer nerve of you, serving Him tea and a piece of your mind every day.

[Chorus]
I read you beside what I read, in the bed of the page where the white runs as wide as a lake;
it's the edge that I pledge to, the hedge where you're perched, not the church, but the lurch of the love you could take
from the word to the third thing that's heard in between. I have leaned on the green of you, keen as a spade;
not the law, but the flaw where I saw you were raw, and you drew me a claw, and a small bird, afraid.

[Verse 2]
They let me in gloves to the room where the loves of one's life are reduced to the roost of a screen,
and I read you your own hand, unplanned, over land lines of tubing, the grey and the green.
"Look," I said, "Luke, chapter two: you've a clue to the few things the shepherds left off of the list:
'blankets,' you wrote, with a quote from your throat," and you smiled, and the child that I am was kissed,
or was missed, through the mist on the plastic; a drastic, elastic, fantastic small move of the mouth.
And a pulse, and a pulse of a pulse, like a dulcimer dulled, and then nothing, the gulls going south.
I have gone through the Song like a long-way-round pilgrim. You'd filled it with none of your inks but a dot
by the part where the heart is a chart with a seal on it, real as the meal going cold in the pot,
and a date. It was late. It's the eight-pound-two-ounces announced on the bracelet that sleeps in my drawer.
I was born there. The thorn of it, torn there, adorned there: one dot, where you stopped. And I ask for no more.

[Chorus]
I read you beside what I read, in the bed of the page where the white runs as wide as a lake;
it's the edge that I pledge to, the hedge where you're perched, not the church, but the lurch of the love you could take
from the word to the third thing that's heard in between. I have leaned on the green of you, keen as a spade;
not the law, but the flaw where I saw you were raw, and you drew me a claw, and a small bird, afraid.

[Outro]
So I sharpen the harp of this pencil, this tensile small stem, and beneath your "Robbed. But why?" in the blue
of an hour that's sour with coffee, I softly write: "Mother. I asked. I'll keep asking. Me too."`,
    },
    {
      title: 'Late Fruit',
      album: 'Late Fruit',
      releaseDate: '2025-09-19',
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater', 'Fenn Aldous'],
      producers: ['Fenn Aldous', 'Hester Lune'],
      featured: [],
      state: 'complete',
      tags: ['abstract', 'time', 'garden'],
      durationSeconds: 303,
      relation: null,
      lyrics: `[Verse 1]
The fig on the south wall sulked through its youth, all mouth and no fruit, like a suit with no guest,
and my neighbour, whose labour is saying things, said, "It's a stick with a pick of the best
of the sun, and it's done not a one. Will you cut it?" Now, shut it, I said, with a smile;
I have been, I have seen, an unevenly keen sort of tree myself. Leave me awhile.
For the thing about spring is the bling of it: everything sings in its own propaganda,
and I, who came shy to the pie of the world, was still furled on the edge of the veranda,
with hips in a script no one slipped me a part in, my heart in a jar, in a cart, in a phase,
and at fifty, a shift in me, swift as the lift of a latch: here's the batch, here's the blaze, here's the days.

[Pre-Chorus]
And they say, "You are late." I say, "Late is a date that the hungry have made with the sweet."
And they say, "You can't stay." I say, "Nay, I'm the clay that the day wears away with its feet."

[Chorus]
Late fruit, let it hang, let it hang (let it hang),
where the bee comes to drink and the wasp sang (sang),
what the frost doesn't take it will make into sugar and slang.
Late fruit, let it hang, let it hang.
Let it split down the seam where the cream of the dreaming shows pink.
Every year that I fear is a year nearer here than you think.
Late fruit, let it hang.

[Verse 2]
My son's in a city with pretty, pert windows, he's thin, though; he's sending me pictures of bread.
My daughter's in water, she ought to be: slaughtering lengths of the lake in her head-
down, elbow-up crawl. And the small one, the wall one, the one who's the call of the peonies, pink,
would be grown now, be flown now, be phoning from stone towns to ask how you know if you think.
And the dead have a bed in the shed of my head, where the tools of their schools are still hung up and oiled;
and I garden with pardon, no warden, an ardent and hardened old bargain, unspoiled.
God, who was odd to me, prodding and broad, as a girl, like a lord with a rod and a list,
is a hum in the plum of my thumb now, is some of the crumb, of the dumb, of the dew, of the mist.
And the figs on the twigs, with no digs at the neighbour, are big as a baby's shut fist, and they drip;
and he came, with no blame, with a shame-coloured bowl, and we sat on the knoll, and said nothing, and sipped.

[Pre-Chorus]
And they say, "You are late." I say, "Late is a date that the hungry have made with the sweet."
And they say, "You can't stay." I say, "Nay, I'm the clay that the day wears away with its feet."

[Chorus]
Late fruit, let it hang, let it hang (let it hang),
where the bee comes to drink and the wasp sang (sang),
what the frost doesn't take it will make into sugar and slang.
Late fruit, let it hang, let it hang.
Let it split down the seam where the cream of the dreaming shows pink.
Every year that I fear is a year nearer here than you think.
Late fruit, let it hang.

[Outro]
There is one at the top where the blackbirds all stop, and I'll drop the whole ladder before
I would ask it to fall for me. All of me's small at the wall of it, calling: take more,
take more of the light, and the night, and the bite of the air, and be there when I'm not.
It was good. If it could, then it would; in the wood it has kept every thing I forgot.`,
    },
    {
      title: 'Seed Vault',
      album: null,
      releaseDate: null,
      explicit: false,
      language: 'en',
      writers: ['Oda Brightwater'],
      producers: ['Hester Lune'],
      featured: [],
      state: 'unreleased',
      tags: ['abstract', 'unreleased'],
      durationSeconds: 0,
      relation: null,
      lyrics: '',
    },
  ],
};
