/** Classes of words whose presence changes what a word of `word-senses.ts` means. */
export const NEIGHBOURS: Readonly<Record<string, string>> = {
  FARM: 'farm farms barn barnyard rooster roosters hen hens chicken chickens dawn henhouse coop feathers crow crows crowed crowing cluck doodle weathervane sunrise',
  BIRD: 'bird birds nest nests nesting feeder feeders robin robins finch finches sparrow sparrows hedge hedgerow birdwatcher wren chirp chirping chirped branch branches flew perched binoculars aviary',
  NEEDLEWORK:
    'needle needles thorn thorns rose roses pin pins spindle finger fingers ears thumb cactus sewing blood conscience',
  GARDEN:
    'barn garden gardens gardener rake rakes raking spade spades shovel shovels soil row rows field fields plant plants planting weeds weed seed seeds farm farmer tool tools dirt digging dig cotton potatoes vegetables corn plow plough beans crops crop shed wheelbarrow grandpa tomatoes trowel till earth acre',
  ROOM: 'room rooms kitchen study office bedroom dining lounge library workshop studio bar cafe museum shop garage laude magna summa degree honors honours graduate graduated graduating diploma university parlour parlor',
  DONKEY:
    'donkey donkeys ox oxen stable manger bethlehem mule mules cart jawbone balaam colt bray brayed braying fable jerusalem samson hooves saddle bridle shrek saddled abraham mary carried load hay burden',
  PUPPIES:
    'puppy puppies pups pup litter litters kennel breeder breed breeds whelp nursed nursing spayed terrier hound hounds labrador vet wolf',
  CIGARETTE:
    'cigarette cigarettes packet smoke smoking smoked lit light lighter match pint cuppa ashtray tobacco rolled ash tea break queue ciggy',
  STICKS:
    'sticks stick bundle hearth firewood fire peas supper gravy meatball meatballs mushy butcher oven burn wood onion onions twigs kindling bassoon dinner mash',
  WATER:
    'water sea dutch finger flood floods flooded holland river canal dam wall leak leaking storm hose fountain canals amsterdam garden polder land ditch lava pistol toy wave waves',
  HUNT: 'hound hounds dog dogs hunt hunting tree tail pelt attic trash skunk possum river raccoon rifle furry',
  ENGINE:
    'engine gearbox truck car shift shifts clutch gear gears rebuild rebuilt chevy ford mechanic slipping fluid swap axle',
  GROWTH:
    'growth development flame fire timing ignition colon muscle cerebral motion physics progress doctor child fabric foam',
  TEAM: 'washington football team game nfl season touchdown potatoes quarterback coach jersey martial wrestling judo',
  CASINO: 'casino dice table vegas shoot roll rolled rolling played playing play roulette blackjack',
  MUSIC: 'score forte mezzo piano pianissimo dynamics music sheet doom dynamic mp ff',
  CAMP: 'tent camp camping washing clothes line laundry',
};
