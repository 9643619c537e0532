/**
 * Words of kitchens, sports, gardens, households, schools, animals, travel and games. Beside them, a theme's less
 * certain words usually mean the plain thing: "bread", "shot", "plug", "crown". Compiled for this project.
 */
export const OTHER_WORLDS = `
flour oven butter dough recipe bake baking kitchen gravy simmer onion onions garlic carrot carrots potatoes potato soup stew salad spoon fork pan
cake pie cookies biscuit biscuits sandwich lasagne pasta pizza rice cheese jam toast tea kettle coffee cocoa lemonade milk sugar cereal sprinkles wafer guacamole avocados chowder pancakes porridge
ball bat pitcher catcher goal goalie coach umpire referee court hoop dribble rebound layup tennis golf cricket football soccer hockey baseball basketball racket swimmer relay sprint lane lap whistle stadium inning innings teammates playbook goalkeeper
bishop pawn pawns rook checkmate chess dice ladders dominoes cards jigsaw marbles
garden seeds soil peas tomatoes cabbage lawn mower rake spade bees flowerpots compost greenhouse marrow pumpkin hedge tulips daisies
pencil homework teacher classroom playground crayon crayons maths algebra spelling lunchbox desk pupils recess library eraser ruler
washing laundry dryer vacuum sponge bucket mop spanner screwdriver wrench hammer nails drill screws shelf bracket brackets plumber leak tap radiator boiler bulb ironing socks sock dishes dishwasher
dog puppy cat kitten frog frogs duck ducks goose hen cow horse pony sheep goat goats rabbit fox hedgehog pigeon pigeons penguin fish goldfish hamster parrot huskies dolphin whale spider mouse
dentist tooth teeth flossing toothbrush toothpaste
airport luggage suitcase boarding flight runway cockpit headset gate ferry captain tide harbour anchor sails canoe tent hike campsite marshmallows compass rucksack highway diner motorway
printer stapler spreadsheet toner memo router wifi laptop password email
snow snowman sleds sledge clouds breeze meadow pines willow sparrow robin acorn autumn puddle puddles umbrella
engine carburettor gears piston valves tyre tyres truck tractor
orchestra violin cello brass triangle trombone flute conductor
committee survey minutes junction bus timetable queue ticket
lily pond fairy wizard castle dragon teddy balloon balloons nursery rhyme hop quack
`;
