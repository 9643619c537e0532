import type { CatalogueArtist } from '../types.ts';

export const bigTamarack: CatalogueArtist = {
  name: 'Big Tamarack',
  slug: 'big-tamarack',
  bio: 'Two hundred and eighty pounds of porch talk from Pinder County. Big Tamarack raps about plates, cars with problems and everybody he is kin to, and the choruses are built for a yard full of people.',
  songs: [
    {
      title: 'Peas in the Macaroni',
      album: 'Front Porch Heavy',
      releaseDate: '1999-07-06',
      explicit: false,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley'],
      producers: ['Skillet Broussard-Hale'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'humour', 'cookout'],
      durationSeconds: 251,
      relation: null,
      lyrics: `[Intro]
Hold up, hold up, cut that radio down
Who that comin' up the drive with a pan in they hand?
(Lord have mercy)

[Chorus]
Who put peas in the macaroni? (Who did it?)
Whole pan look like a golf course, admit it! (Admit it!)
I got love for the family, I ain't tryna be phony
But it's peas, little peas, in the macaroni
Who put peas in the macaroni? (Who done it?)
Aunt Verdell got a whiff and she like to have run it (Run it!)
Y'all bow y'all heads, I'ma stand here lonely
Till somebody tell me 'bout them peas in the macaroni

[Verse 1]
Now it's ninety-eight degrees and the charcoal's cherry
Uncle Roy on the grill like a judge, he don't hurry
Apron say KISS ME but his face say "bury
Any fool touch my lid 'fore the ribs get ready"
We got greens with the neckbone, beans with the bacon
Corn so sweet that it got my back tooth achin'
Deviled eggs Deacon done swore he ain't taken
Got paprika on his tie and a whole row vacant
Then I seen her in the yard with the foil pulled tight
Cousin Dwight's new girlfriend, smilin' so polite
Pan like a birdbath, green speck, white
She said, "It's my own recipe," and the birds took flight

[Chorus]
Who put peas in the macaroni? (Who did it?)
Whole pan look like a golf course, admit it! (Admit it!)
I got love for the family, I ain't tryna be phony
But it's peas, little peas, in the macaroni
Who put peas in the macaroni? (Who done it?)
Aunt Verdell got a whiff and she like to have run it (Run it!)
Y'all bow y'all heads, I'ma stand here lonely
Till somebody tell me 'bout them peas in the macaroni

[Verse 2]
Now Verdell set her fork down slow, like a verdict
Forty-one folks on the porch and they all heard it
Said, "Baby, what's them little green things by the burnt bit?"
Girl said, "Peas," and a chair hit the floor (it was Curtis)
Grandmama fannin', somebody fetch water
Preacher start hummin' like a funeral order
Dog took a sniff and he walked 'cross the border
To the neighbor man's yard and moved in as a boarder
I'm a gentleman, see, I was raised to be gracious
So I took me one bite with forty-one faces
Watchin' my jaw like a horse at the races
Searched all my heart for a word, and said, "...Spacious"

[Verse 3]
So Verdell took her arm and the screen door whispered
Two hours in the kitchen, wasn't nothin' but whisk heard
"Sharp cheese, an egg, then you pray," like scripture
"And the peas, baby, leave 'em on the can in the picture"
Next Fourth of July, same yard, same heat
Same girl come a-walkin' with a ring and a treat
Empty 'fore the blessin', pan licked clean
And who got the corner piece? Don't look at me

[Chorus]
Who put love in the macaroni? (She did it!)
Crust on the top like a trophy, admit it! (Admit it!)
She family now, got the napkins to show me
Wasn't no peas in the macaroni
Who put love in the macaroni? (She done it!)
Aunt Verdell passed the spoon, and she don't pass nothin' (Nothin'!)
Bow y'all heads, let me thank the Lord slowly
For the cheese, only cheese, in the macaroni`,
    },
    {
      title: 'A/C Broke',
      album: 'Gravel & Gravy',
      releaseDate: '2001-05-22',
      explicit: false,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley', 'Lonnie Peat'],
      producers: ['Lonnie Peat'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'humour', 'cars'],
      durationSeconds: 243,
      relation: null,
      lyrics: `[Intro]
(Turn it on) It's on (That's it?) That's it

[Verse 1]
Eighty-three sedan, color of a manila folder
One door primer gray and the other one older
Got a heater that's stuck, so it's summer in October
And in August, I'm a pot roast parked on the shoulder
Vinyl on the seat take the skin off your hamstring
Stand up too quick and it sound like a band sting
So I keep me a towel and a fan on a tan string
And a spray bottle, y'all, like a greenhouse, a plant thing

[Chorus]
Windows down (down!) 'cause the A/C broke (broke!)
Elbow on the door and the dashboard smoke (smoke!)
Gotta drive fast just to scare up a breeze
And I see that red light like, "Lord, please, please, please"
Windows down (down!) I ain't shinin', I'm roastin'
Y'all think I'm wavin', I'm just fannin' in motion
Got ice in my lap like I'm tellin' a joke
Windows down, y'all, 'cause the A/C broke

[Verse 2]
Picked up Loretta with her hair done fresh
Four hours in the chair and a silk-wrap press
She said, "Roll up that window 'fore the wind make a mess"
I said, "Yes ma'am," rolled it, said a prayer for my flesh
Two minutes in and the windshield's cryin'
Three minutes in, both our eyebrows slidin'
Four, and a press-on lash went flyin'
Five, she said, "Tam, is you dead?" I said, "Tryin'"
Mechanic named Skeet said, "It's just your compressor"
I said, "How much?" He said, "Sit," like a professor
Wrote down a number with a phone code, I guess, or
The price of a house with a porch and a dresser

[Chorus]
Windows down (down!) 'cause the A/C broke (broke!)
Elbow on the door and the dashboard smoke (smoke!)
Gotta drive fast just to scare up a breeze
And I see that red light like, "Lord, please, please, please"
Windows down (down!) I ain't shinin', I'm roastin'
Y'all think I'm wavin', I'm just fannin' in motion
Got ice in my lap like I'm tellin' a joke
Windows down, y'all, 'cause the A/C broke

[Verse 3]
But come 'round nine, when the sun get tired
And the fields give the cool back, crickets all wired
Smell of cut hay and somebody's brush fire
I wouldn't trade this for a car I desired
Daddy drove it first, with his hand out, surfin'
On the air like a duck, and the radio churchin'
Me in the back with no shirt, feet dirty
Doin' like he did, and I still do it, thirty
So Skeet, keep your belts and your hoses and fixes
Man made a breeze 'fore they put it in switches
I got four of 'em, hand-crank, all of 'em work
(Well...) Well, three, 'cause the back one jerk

[Chorus]
Windows down (down!) 'cause the A/C broke (broke!)
Elbow on the door and the dashboard smoke (smoke!)
Gotta drive fast just to scare up a breeze
And I see that red light like, "Lord, please, please, please"
Windows down (down!) I ain't shinin', I'm roastin'
Y'all think I'm wavin', I'm just fannin' in motion
Got ice in my lap like I'm tellin' a joke
Windows down, y'all, 'cause the A/C broke`,
    },
    {
      title: "Cousin 'n' 'Em",
      album: 'Kin',
      releaseDate: '2003-08-05',
      explicit: false,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley'],
      producers: ['Skillet Broussard-Hale', 'Lonnie Peat'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'party', 'family'],
      durationSeconds: 238,
      relation: null,
      lyrics: `[Intro]
Check, check, is this on? Pass out them T-shirts
Yours say extra large, Pudge, don't argue with the T-shirt

[Chorus]
How's your mama 'n' 'em? (They good!) How's your cousin 'n' 'em? (They good!)
Came down from the lake in a van, 'bout a dozen 'n' 'em (They good!)
If you kin to me, kin to her, kin to the fella in the kitchen
Grab a plate, grab a chair, grab a child, come and pitch in
Hey! (Hey!) Roll call, let me hear you holler your section
We ain't got no money but we takin' up a collection (Pass the hat!)
If you can't say how you related, just say "somethin' 'n' 'em"
How's your mama? How's your daddy? How's your cousin 'n' 'em? (They good!)

[Verse 1]
That's Peaches, that's Reesie, that's Squeak and that's Boo
That's Boo-Boo, no relation, he's with Squeak's half-sister Sue
That's Junior, that's Little Junior, that's Junior Number Two
They daddy's name is Leonard, don't ask me, I ain't got a clue
That's Twin, and that's Twin, and they ain't even brothers
They twins with two others that's off with they mothers
That's Uncle Chubb, skinny as a rake under covers
And Aunt Slim, bless her heart, take a bench and another's
Got a cousin in the law and a cousin in the clink
First one put the second there, and here they are, they drink
Off the same red cup at the same kitchen sink
'Cause court's on a Monday, but it's Saturday, I think

[Chorus]
How's your mama 'n' 'em? (They good!) How's your cousin 'n' 'em? (They good!)
Came down from the lake in a van, 'bout a dozen 'n' 'em (They good!)
If you kin to me, kin to her, kin to the fella in the kitchen
Grab a plate, grab a chair, grab a child, come and pitch in
Hey! (Hey!) Roll call, let me hear you holler your section
We ain't got no money but we takin' up a collection (Pass the hat!)
If you can't say how you related, just say "somethin' 'n' 'em"
How's your mama? How's your daddy? How's your cousin 'n' 'em? (They good!)

[Verse 2]
Now the card table's holy, it's a hush and a hunker
Aunt Neecie done reneged and she's down in a bunker
Uncle Ray slap a joker like he's knockin' in a bumper
Table leg folded, there go cake, tea and lumber
Horseshoe in the azaleas, kickball on the gravel
Great-granny umpirin' with a spatula gavel
Called me out at third 'fore I finished my travel
Said, "Hush and sit down 'fore them stitches unravel"
Photo time, hundred and six of us squeezin'
Tall in the back with the gray and the wheezin'
Babies up front with the mess and the sneezin'
"Who's that on the left?" "Hush up. He's eatin', he's breathin'"

[Bridge]
Now hats off a minute for the chairs that's missin' (Mm)
Papa Lou's chair, Big Mama's by the kitchen (Mm)
Leave 'em in the circle, don't nobody sit in 'em
They just late (They just late). How's heaven 'n' 'em? (They good)

[Chorus]
How's your mama 'n' 'em? (They good!) How's your cousin 'n' 'em? (They good!)
Came down from the lake in a van, 'bout a dozen 'n' 'em (They good!)
If you kin to me, kin to her, kin to the fella in the kitchen
Grab a plate, grab a chair, grab a child, come and pitch in
Hey! (Hey!) Roll call, let me hear you holler your section
We ain't got no money but we takin' up a collection (Pass the hat!)
If you can't say how you related, just say "somethin' 'n' 'em"
How's your mama? How's your daddy? How's your cousin 'n' 'em? (They good!)`,
    },
    {
      title: "Parkin' Lot Full",
      album: 'Loud Shirt',
      releaseDate: '2005-03-29',
      explicit: true,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley', 'Lonnie Peat'],
      producers: ['Lonnie Peat'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'party', 'club'],
      durationSeconds: 229,
      relation: null,
      lyrics: `[Intro]
Ay, cut your headlights off, you blindin' the grill!

[Hook]
Parkin' lot full! (Full!) and the club ain't open
Owner lost the key and the back door's broken
Ain't nobody mad, got the trunk lids pokin'
Up like a choir, forty speakers, one motion
Parkin' lot full! (Full!) and it's hot as hell
Somebody mama sellin' plates by the old motel
Cops pulled up, got a drumstick as well
Parkin' lot full! (Full!) ring the damn bell

[Verse 1]
I come ten deep in a two-door coupe
One in the trunk with a crockpot of soup
Shirt so loud that it startled the group
Pants so creased I could slice you some fruit
Big fella, bow-legged, two-eighty and limber
Do a split on the hood like a pine when it's "Timber!"
Danced till my drawers was reduced to a cinder
Ain't stretched this far since the end of December
Miss Fontaine in the jean skirt, hair pinned pretty
Dance like she's late for a train out the city
I said, "What's your sign?" She said, "Stop. No pity"
I said, "Mine say Yield, but my brakes is shitty"

[Hook]
Parkin' lot full! (Full!) and the club ain't open
Owner lost the key and the back door's broken
Ain't nobody mad, got the trunk lids pokin'
Up like a choir, forty speakers, one motion
Parkin' lot full! (Full!) and it's hot as hell
Somebody mama sellin' plates by the old motel
Cops pulled up, got a drumstick as well
Parkin' lot full! (Full!) ring the damn bell

[Verse 2]
Now here come Lil' Earl with the hydraulics hoppin'
Front end up like some corn when it's poppin'
Hop three lost a muffler, hop four, ain't no stoppin'
Hop five left his ass in the field where they croppin'
Sheriff rolled up with his hand on his belt
Blue light spinnin', and I can't lie, I felt
Like the end, till he smelled what the fry lady dealt
Said, "I got a complaint," and I watched the man melt
Said, "Keep it down some," with a thigh in his hand
"Chief, what you want? Holler up at the van"
"Y'all know that one that go boom?" Sheriff can dance
Man did the damn worm in his uniform pants

[Verse 3]
Four in the mornin', here's the owner, he's pantin'
Key in the air like a flag that he's plantin'
Whole lot turn 'round, look at him standin'
"Inside? With the roof on? Man, what you rantin'?"
So he shut off the neon, come sat on the curb
Ate him a plate and he ain't said a word
Next week the sign, in them letters, I heard:
CLUB PARKIN' LOT. COVER FIVE. BRING A BIRD

[Hook]
Parkin' lot full! (Full!) and the club ain't open
Owner lost the key and the back door's broken
Ain't nobody mad, got the trunk lids pokin'
Up like a choir, forty speakers, one motion
Parkin' lot full! (Full!) and it's hot as hell
Somebody mama sellin' plates by the old motel
Cops pulled up, got a drumstick as well
Parkin' lot full! (Full!) ring the damn bell`,
    },
    {
      title: 'Church Shoes, Dirt Road',
      album: 'Big Mama Said',
      releaseDate: '2008-10-14',
      explicit: false,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley'],
      producers: ['Skillet Broussard-Hale'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'storytelling', 'family'],
      durationSeconds: 284,
      relation: null,
      lyrics: `[Verse 1]
Big Mama kept 'em in a box in the closet
Tissue paper 'round 'em like a bank take deposits
White patent leather, Sunday-only, no scuffs, 'cause it's
Three miles to the steeple and the road's what you cross with
So she walked in the old ones, the brown with the lace out
Church shoes in a bread bag, tied at the waist, out
The way of the mud, where the gravel start, she faced out
Toward the field, changed her shoes like a queen in a safe house
Me, I was six with a clip-on, chokin'
Said, "God seen the mud, Big Mama, who you jokin'?"
She said, "God seen the mud, and the mud done been spoken
For. The shine's for the girl that I was 'fore I got broke in"

[Chorus]
Church shoes on a dirt road
Carry 'em till you get there
Don't let the mud know what you own
Don't let the load get in your hair
You can walk through anything at all
If you know what you walkin' to
Church shoes on a dirt road
One pair for the road, baby, one for you

[Verse 2]
First real money that I made from this talkin'
I went to the county 'bout three miles of asphaltin'
Man drew a map, had the gravel trucks chalkin'
Big Mama come out in the road, said, "Y'all haltin'"
Said, "Son, if you pave it, then what did I cover?
I walked it with your daddy, I walked it with his brother
I walked it behind 'em, one box, then another
You smooth that away, and it's smooth for the others
But who's gon' believe 'bout the feet of they mothers?"
And the foreman took his hat off, and that was that summer

[Chorus]
Church shoes on a dirt road
Carry 'em till you get there
Don't let the mud know what you own
Don't let the load get in your hair
You can walk through anything at all
If you know what you walkin' to
Church shoes on a dirt road
One pair for the road, baby, one for you

[Verse 3]
She left on a Tuesday with the stove on low
Greens done perfect, so I reckon she'd know
'Bout what time we'd come runnin', 'bout how slow we'd go
Note on the shoebox: FOR WHEN I GET HOME
Hearse said, "We'll drive her." I said, "No sir, we totin'"
Six grown grandsons in a line, no one spoke, an'
Brown shoes on, and the Sunday ones floatin'
In bread bags, swingin' from our belts in the mornin'
And right where the gravel start, we set her down easy
Sat in the grass, changed our shoes, it was breezy
Road on our socks and the old bell wheezy
And I shined mine with spit, and I swear that she seen me

[Chorus]
Church shoes on a dirt road
Carry 'em till you get there
Don't let the mud know what you own
Don't let the load get in your hair
You can walk through anything at all
If you know what you walkin' to
Church shoes on a dirt road
One pair for the road, baby, one for you`,
    },
    {
      title: 'Doctor Said',
      album: 'Second Helping',
      releaseDate: '2012-04-17',
      explicit: false,
      language: 'en',
      writers: ['Tamar "Big Tamarack" Ackley'],
      producers: ['Lonnie Peat', 'Skillet Broussard-Hale'],
      featured: [],
      state: 'complete',
      tags: ['southern', 'humour', 'food'],
      durationSeconds: 247,
      relation: null,
      lyrics: `[Intro]
(Mr. Ackley? The doctor's ready) Yes ma'am. I ain't

[Chorus]
Doctor said no salt (No salt?), no butter, no bacon (No!)
No pie, no fry, no gravy, no bakin' (No!)
I said, "Doc, what's left?" He said, "Celery stalk"
So I put my hat back on and I went for a walk
Doctor said no pork (No pork?), no puddin', no cobbler (No!)
Drumstick only if I outrun the gobbler (Whoa!)
He said, "Live to be ninety!" and I thought 'bout it, slow
Ninety years of lettuce, that's a long way to go

[Verse 1]
Stepped on the scale and the needle went 'round
Stopped, caught its breath, and went on till it found
A part of the dial where they don't write the pounds
Just a little bitty picture of a whale lookin' down
Doc held my chart like the bill for a banquet
"Your pressure's so high, sir, I don't know who'd rank it
Your sugar's so sweet that the flies came to thank it
There was gravy in your blood test and somebody drank it"

[Verse 2]
So day one, oatmeal, no sugar, no syrup
Taste like the back of a wet horse's stirrup
Day two, salad, and I tried to stir it up
Bird on the sill look at me, wouldn't chirrup
Day three, I'm joggin' with my drawers ridin' north
Neighbors brung chairs out to watch, like the Fourth
Jogged to the mailbox, jogged back to the porch
Fell in the swing like a man off a horse
Day four, I dreamed that a ham come callin'
Glazed and in gloves, with the pineapple fallin'
Said, "Tam, was it me?" and we both started bawlin'
Woke with the pillow half et, feathers all in

[Chorus]
Doctor said no salt (No salt?), no butter, no bacon (No!)
No pie, no fry, no gravy, no bakin' (No!)
I said, "Doc, what's left?" He said, "Celery stalk"
So I put my hat back on and I went for a walk
Doctor said no pork (No pork?), no puddin', no cobbler (No!)
Drumstick only if I outrun the gobbler (Whoa!)
He said, "Live to be ninety!" and I thought 'bout it, slow
Ninety years of lettuce, that's a long way to go

[Verse 3]
Now I laugh, but my daddy was gone at fifty-two
Same belly, same laugh, same size of a shoe
Fork in his hand at the church barbecue
And the plate hit the grass, and that's all that I knew
Got a girl turnin' seven with a gap in her grin
She poked at my gut and said, "Who's livin' in?"
I said, "All of the people I et for." And then
She said, "Tell 'em move out. I want you. Make 'em thin"
So it's squash on the grill now, it's okra, it's peppers
Joined up a walkin' club, the Saturday Steppers
Eleven old ladies, and I swear they is leopards
They lap me and holler, "Keep up with the shepherds!"

[Chorus]
Doctor said, "Well, well" (Well, well!), "you down forty" (I'm down!)
Up on the scale like a prince at a party (Go 'round!)
I said, "Doc, what's left?" He said, "One slice, small"
So I cut it with a ruler and I cherished it all
Doctor said come back (Come back!), bring a plate of them peppers (Yeah!)
Brung him the plate and the Saturday Steppers (Yeah!)
He said, "Live to be ninety!" and I thought 'bout it, slow
Ninety with my baby girl? Come on, let's go`,
    },
  ],
};
