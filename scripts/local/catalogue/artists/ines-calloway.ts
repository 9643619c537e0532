import type { CatalogueArtist } from '../types.ts';

export const inesCalloway: CatalogueArtist = {
  name: 'Ines Calloway',
  slug: 'ines-calloway',
  bio: 'Singer and rapper from Puerto Seco, a desert border town with one radio tower. Daughter of the night-shift announcer; writes love songs in two languages and the static in between.',
  songs: [
    {
      title: 'Puerto Seco',
      album: 'Puerto Seco',
      releaseDate: '2010-04-20',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway', 'Beto Arriaga'],
      producers: ['Beto Arriaga'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'folk rap', 'hometown'],
      durationSeconds: 226,
      relation: null,
      lyrics: `[Verse 1]
They named it for water that never came in
Puerto Seco, dry harbor, a pump and a pin
On the map at the gas station, fold number nine
A mile and a half from the edge of the line
My mother sold melons, my father sold sound
The ten-to-six shift from the tower in town
And I'd fall asleep to the grain of his voice
Coming up through the pillow: "Mijita, no noise"

[Pre-Chorus]
And everyone leaves, and everyone swears
They'll send for their mothers, they'll fix up the stairs

[Chorus]
Oh, Puerto Seco, mi puerto sin mar
You taught me to sing and you taught me how far
A song has to travel to get to the rain
Oh, Puerto Seco, there's dust on my name
Oh, Puerto Seco, no boats on your shore
Just boots in a row by a wide-open door
If I ever come home with a boat and an oar
We'll row through the sand till the sand is no more

[Verse 2]
There's one panadería, one field with a light
Where the Scorpions lose every Friday at night
There's a window of dresses, fifteen shades of cake
And the girls press their noses till somebody's late
There's a dog at the checkpoint, they call him Señor
He sleeps on the job and he's twelve, maybe more
He's never found anything, only a shoe
But he looks in your eyes like he knows what you'd do
And the two sides keep two different times on the clock
So at eleven on New Year's we'd run down and knock
On the fence, and my cousins, an hour ahead
Would shout, "It's all right over here!" and we'd all go to bed

[Pre-Chorus]
And everyone leaves, and everyone swears
They'll send for their mothers, they'll fix up the stairs

[Chorus]
Oh, Puerto Seco, mi puerto sin mar
You taught me to sing and you taught me how far
A song has to travel to get to the rain
Oh, Puerto Seco, there's dust on my name
Oh, Puerto Seco, no boats on your shore
Just boots in a row by a wide-open door
If I ever come home with a boat and an oar
We'll row through the sand till the sand is no more

[Bridge]
Polvo en los zapatos y polvo en la voz
La misma mano para el hola y el adiós
My father said, "Mija, a town's like a tune
You don't have to live there to hum it at noon"

[Outro]
Fold number nine, and the crease wore it through
There's a hole in the map where I'm singing to you`,
    },
    {
      title: 'Between Stations',
      album: 'Thermos Lid',
      releaseDate: '2012-06-05',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway'],
      producers: ['Beto Arriaga', 'Marisol Quant'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'r&b', 'love'],
      durationSeconds: 238,
      relation: null,
      lyrics: `[Intro]
(...cuarenta y tres grados en el centro...)
(...and the Lord said unto...)
(...)
There you are

[Verse 1]
Your truck had a dial with a crack in the glass
And one good speaker and a seat full of grass
You'd drive us out past where the streetlights give up
Pour coffee for two in the thermos-lid cup
There's a preacher at seven, a polka at ten
And a stretch in the middle of nothing, and then
If you lean on the knob with the side of your thumb
There's a hiss like the ocean, and that's where we're from

[Chorus]
We're between stations, amor, between stations
Half of a love song and half revelations
Un poco a la izquierda, a little to the right
Hold it right there and we'll last through the night
Between stations, no name and no number
Some people hear static, I hear the whole summer
Don't you touch that dial, don't you touch it at all
I come in the clearest when temperatures fall

[Verse 2]
My father had nights, taking calls for requests
And you'd dial from the payphone, one hand on your chest
And you'd pinch up your nose and you'd lower your voice
"This is Doctor Cactus. The lady's own choice"
He'd play it, he'd play it, he'd never let on
"From a doctor of something to someone till dawn"
A bolero on Monday, on Tuesday a waltz
And we'd dance in the headlights, our shadows ten feet tall
Then one night in August, no jingle, no joke
He leaned on the mic and he coughed and he spoke
"To the doctor who's parked by my tower: I'll play it
But she's home by midnight, or next time I'll say it
Live on the air, with your name and your street"
You laughed till the truck shook and jumped in your seat
And you drove me home early, two hands on the wheel
And my dad on the dashboard said, "That's a good deal"

[Chorus]
We're between stations, amor, between stations
Half of a love song and half revelations
Un poco a la izquierda, a little to the right
Hold it right there and we'll last through the night
Between stations, no name and no number
Some people hear static, I hear the whole summer
Don't you touch that dial, don't you touch it at all
I come in the clearest when temperatures fall

[Bridge]
They say at the end of the band, if you listen
There's light that left stars before anyone kissed in
A truck by a tower, it's old, and it's tired
It hums in the speaker, it sings in the wire
So kiss me in static, it's been here since then
It waited forever to play us again

[Outro]
A little to the left
No, back
There`,
    },
    {
      title: 'Monsoon Season',
      album: 'Creosote',
      releaseDate: '2015-07-10',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway', 'Marisol Quant'],
      producers: ['Marisol Quant'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'love', 'pop rap'],
      durationSeconds: 217,
      relation: null,
      lyrics: `[Verse 1]
June was a griddle, the tar came up soft
The saints in the window went pale and fell off
The old men at Chayo's bet beers on the day
And cursed at the clouds going some other way
You'd been gone since the spring with the melon-truck crew
No letter, no call, and I'd quit dialing you
I'd swept out your boot prints, I'd boxed up your shirts
I'd say your name slow just to check if it hurts

[Pre-Chorus]
Then the dogs all lay down and the swallows flew low
And the sky went to purple from here to Mexico

[Chorus]
Monsoon season, you come when you please
You bang on the tin and you bring down the trees
You're three months too late and you're soaked to the bone
And you still got the nerve to say, "Morena, I'm home"
Monsoon season, and I should know better
A man made of thunder don't sit down with letters
But ay, when it rains, when it rains, how it pours
I open the windows. I open the doors

[Verse 2]
You came in like water comes into a wash
No knock, no excuses, mud up to your socks
You said that the harvest ran over, the truck
Ran under, the phone ran on quarters, your luck
Ran out around Yuma, and so did your pride
So you ran through the rain till you ran to my side
I said, "That's a whole lot of running, my dear
For a man with a thumb and a post office near"
You said, "I can't write what I feel," I said, "Try"
You looked at the floor and you looked at the sky
Then breathed on the window and wrote in the white
"Perdón," and it dripped, and it stayed there all night

[Chorus]
Monsoon season, you come when you please
You bang on the tin and you bring down the trees
You're three months too late and you're soaked to the bone
And you still got the nerve to say, "Morena, I'm home"
Monsoon season, and I should know better
A man made of thunder don't sit down with letters
But ay, when it rains, when it rains, how it pours
I open the windows. I open the doors

[Bridge]
Llueve en la mesa, llueve en la cama
Llueve en el perro y en la ventana
No traigas flores, trae diez cubetas
Que el techo gotea más que tus promesas

[Verse 3]
By morning the wash was a river, the road
Was a rumor, the mailbox had drowned with its load
And there on the porch, in a row, getting dry
Were your boots, with a toad in the left one. And I
Have a rule about weather: it's never your friend
It leaves like it came, and you mop in the end
But the desert's been waiting, and so have its bones
And it blooms for a week. You should see it. You're home`,
    },
    {
      title: 'La Línea',
      album: 'La Línea',
      releaseDate: '2017-05-05',
      explicit: false,
      language: 'es',
      writers: ['Ines Calloway', 'Beto Arriaga'],
      producers: ['Beto Arriaga'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'en español', 'frontera'],
      durationSeconds: 231,
      relation: null,
      lyrics: `[Intro]
¿Bueno?
¿Me escuchas?
No cuelgues, que ya mero cruzo

[Verso 1]
Son las cinco y en el puente ya no cabe ni el calor
Doscientos carros en fila y un señor vendedor
De churros, de chicles, de cristos de yeso
Me vende un café, me pregunta si hay beso
Le digo que sí, que del otro lado hay uno
Que espera en su troca desde antes del desayuno
Que llevo tres años cruzando los lunes
Se ríe y me dice: "Que Dios me los junte"

[Pre-Coro]
Una línea en el suelo, otra línea en la mano
La de la vida me cruza el verano

[Coro]
Ay, la línea, la línea, ¿quién la pintó?
No la pintó el río, no la pintó Dios
En la línea, la línea, te espero, mi amor
Con el radio prendido y a media voz
Ay, la línea, la línea, se va a reventar
De tanto cruzarla, de tanto llamar
Si se corta la línea no dejes de hablar
Te escucho en el viento, te vuelvo a marcar

[Verso 2]
Mi abuela cruzaba sin tanto papel
A vender sus gorditas de queso con miel
Compraba su manta, volvía a comer
Decía: "La raya la puede barrer
Cualquier ventolera", tranquila, sin prisa
Hoy hay un muro que oxida la brisa
Color de machete, de cobre, de viejo
Y un niño del barrio le puso un espejo
Para que la luna, que cruza sin visa
Le lleve a su primo del norte la risa
Y el primo contesta con otro pedazo
Y así se saludan: un rayo, un abrazo

[Coro]
Ay, la línea, la línea, ¿quién la pintó?
No la pintó el río, no la pintó Dios
En la línea, la línea, te espero, mi amor
Con el radio prendido y a media voz
Ay, la línea, la línea, se va a reventar
De tanto cruzarla, de tanto llamar
Si se corta la línea no dejes de hablar
Te escucho en el viento, te vuelvo a marcar

[Puente]
Es línea también lo que escribo en la hoja
Se tuerce, se mancha, se borra, se moja
Y aunque me la tachen con tinta bien roja
Se lee en tu boca cuando se te antoja

[Verso 3]
Me toca en caseta, me piden razón
"¿Qué trae de valor?" Le digo: "Una canción"
"¿Motivo del viaje?" Me espera un señor
Con cara de lunes y troca sin color
Que dice te quiero como quien da la hora
Y yo se lo creo. Por eso. Y ahora
Levanta la pluma, me sella, me mira
"Pásele, pues." Y la luna respira

[Outro]
¿Bueno?
¿Me escuchas?
Ya crucé, amor. Prende las luces`,
    },
    {
      title: 'La Línea (English Version)',
      album: 'La Línea (Two Sides)',
      releaseDate: '2018-02-09',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway', 'Beto Arriaga'],
      producers: ['Beto Arriaga'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'folk rap', 'border'],
      durationSeconds: 231,
      relation: { type: 'translation_of', artist: 'Ines Calloway', title: 'La Línea' },
      lyrics: `[Intro]
Hello?
Can you hear me?
Don't hang up, I've almost crossed over

[Verse 1]
It's five, and the bridge has no room left for heat
Two hundred cars and a man on his feet
With churros, with gum and with Christs made of plaster
He sells me a coffee: "A kiss that you're after?"
I tell him there's one on the opposite side
Who's been in his truck since before it was light
That three years of Mondays I've stood in this line
He laughs and he tells me, "May God make them rhyme"

[Pre-Chorus]
A line on the ground and a line on my hand
The one they call life cuts the summer like land

[Chorus]
Oh, the line, the line, who painted it there?
It wasn't the river, it wasn't a prayer
On the line, the line, my love, I'll be near
With the radio on, turned so low you can hear
Oh, the line, the line, it's about to give out
From all of the crossing, from calling about
If the line should go dead, keep on talking to me
I'll hear you in wind and I'll dial till you're free

[Verse 2]
My grandmother crossed without papers or fee
To sell her gorditas with honey and cheese
She'd buy her some cotton, be home by the bell
She'd say, "That old line? Any breeze can dispel
A thing drawn in dust," and she said it so slow
Now there's a wall there that rusts where winds blow
The color of copper, machetes, old skin
And a boy from the block hung a mirror on tin
So the moon, who has never had papers to show
Could bring north his laugh to a cousin he knows
And the cousin replies with a mirror as well
And so they embrace, in a flash, for a spell

[Chorus]
Oh, the line, the line, who painted it there?
It wasn't the river, it wasn't a prayer
On the line, the line, my love, I'll be near
With the radio on, turned so low you can hear
Oh, the line, the line, it's about to give out
From all of the crossing, from calling about
If the line should go dead, keep on talking to me
I'll hear you in wind and I'll dial till you're free

[Bridge]
A line is as well what I write on the page
It wrinkles, it blots, it gets wet, it can age
And though they may strike it in red and in rage
You read it out loud and it's out of its cage

[Verse 3]
It's my turn at the booth and they ask to know why
"Bring anything valued?" "A song, sir," say I
"The purpose of travel?" There's someone who waits
With a face like a Monday, a truck with no paint
Who says that he loves me like telling the time
And I, I believe it. And that's why the line
And now the arm's lifting, he stamps me, he sees
"Go ahead, then." And somewhere the moon starts to breathe

[Outro]
Hello?
Can you hear me?
I've crossed, love. Turn on the lights`,
    },
    {
      title: 'Swamp Cooler',
      album: 'Roof Songs',
      releaseDate: '2020-08-14',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway'],
      producers: ['Marisol Quant', 'Ines Calloway'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'cumbia', 'funny'],
      durationSeconds: 189,
      relation: null,
      lyrics: `[Intro]
(Drip)
(Drip)
Mi amor?
(Drip)

[Verse 1]
A hundred and fifteen, the candles have bent
The butter's a liquid, the asphalt has dents
There's a box on the roof that's supposed to blow cool
It blows like a mule breathing over a pool
It drips on the sofa, it rattles, it smells
Like a tank full of guppies in two-star motels
But you bought it at auction for sixty and change
And you love it, you fool, and you call the noise "range"

[Chorus]
Baby, climb up there and fix the swamp cooler
It's dripping on my mother and it's making her crueler
The landlord's a liar, the sun is a ruler
I love you, I love you, but fix the swamp cooler
Ándale, mi vida, agarra la escalera
Que adentro es agosto y no hay quien lo quiera
I'd marry you twice and I'd do it in July
But not in this house till the sofa is dry

[Verse 2]
So up goes my baby with hammer and tape
A wrench in his teeth and a towel for a cape
I hear him up there having words with the pump
A curse and a clang and a prayer and a thump
"It's only the belt!" Then it's only the float
Then it's only the motor, it's only the throat
Then nothing. Then whistling. An hour, then more
And I'm holding the ladder, and shouting, "What for?"
He says, "Come and see." I say, "Nice try, my dear"
He says, "There's a breeze and I hid us a beer"
So I climb in my slippers, my hair in a knot
And the tin is still warm and the stars are still hot

[Chorus]
Baby, come down here and fix the swamp cooler
It's dripping on my mother and it's making her crueler
The landlord's a liar, the sun is a ruler
I love you, I love you, but fix the swamp cooler
Ándale, mi vida, agarra la escalera
Que adentro es agosto y no hay quien lo quiera
I'd marry you twice and I'd do it in July
But not in this house till the sofa is dry

[Bridge]
And there's the whole town like a spill of loose change
The checkpoint, the ball field, the train, and the range
And somebody's radio, somebody's flute
And you in your towel like a saint in a suit
Down below us my mother has found the guitar
She's singing to buckets. She's good. She's a star
You ask me to dance and the roof gives a groan
Cuidado, mi cielo. Don't step on your phone

[Outro]
We never did fix it
It's September
(Drip)
We sleep up here now`,
    },
    {
      title: 'Dead Air',
      album: 'Sign-Off',
      releaseDate: '2024-11-01',
      explicit: false,
      language: 'en',
      writers: ['Ines Calloway'],
      producers: ['Beto Arriaga', 'Ines Calloway'],
      featured: [],
      state: 'complete',
      tags: ['latin', 'ballad', 'spoken word'],
      durationSeconds: 264,
      relation: { type: 'interpolates', artist: 'Ines Calloway', title: 'Between Stations' },
      lyrics: `[Intro]
"Son las seis en Puerto Seco
Ninety degrees and it hasn't begun
This has been your night. Be good to the sun"

[Verse 1]
He taught me the one thing you never can do
Is leave the air empty, not even for two
Heartbeats in a row, 'cause there's somebody there
With a hand on the dial, and there's no worse than dead air
So he talked through the blackouts, he talked through the flood
He talked through the week when he coughed up the mud
He read out the prices of onions and feed
And the names of lost dogs, and the boys overseas
Thirty-four years in a closet with foam
And a lamp and a clock and a picture of home
Which was only two streets off, a picture of us
On the hood of a car with the windows all dust

[Chorus]
Between stations, papá, between stations
Who's going to read out the names of the patients?
Un poco a la izquierda, I'm turning it slow
There's preachers and prices, there's no one I know
Between stations, I lean with my thumb
To the hiss like the ocean, it's where we come from
They told you that silence was something to fear
I'm keeping it on in case you come in clear

[Verse 2]
They sold it in April, a man with a case
Put a box in the closet, a fan in your place
It plays you the same forty songs from a cloud
It tells you the weather, it's wrong, but it's loud
They gave him a plaque and a cake with a mic
And he said on his last shift, "Well, somebody might
Be awake, so I'll leave you with this," and he played
The waltz we were conceived to, my brother's dismayed
Face at the table, my mother's red cheeks
And he lived, without talking, for exactly six weeks
And the doctor, the real one, said lungs, and said years
And my Doctor Cactus stood holding my ears

[Interlude]
So we buried him Friday at ten in the heat
And the mayor asked the station, and they, to be sweet
Or ashamed, gave a minute. At noon. The whole town
Went and sat in their trucks with the windows rolled down
And they cut off the box and the songs and the fan
And for one entire minute, the length of a man
There was nothing but hiss from the church to the wire
Two hundred dashboards, a breath, and a choir
Of static, and Señora Ruiz crossed her chest
And I swear it was talking. I swear he said, "Rest"

[Chorus]
Between stations, papá, between stations
Who's going to read out the names of the patients?
Un poco a la izquierda, I'm turning it slow
There's preachers and prices, there's no one I know
Between stations, I lean with my thumb
To the hiss like the ocean, it's where we come from
They told you that silence was something to fear
I'm keeping it on in case you come in clear

[Outro]
Son las seis en Puerto Seco
Ninety degrees, and it hasn't begun
This is his daughter. Be good to the sun`,
    },
  ],
};
