/** Kinds of names that the engine knows; compiled for this project. */
export type EntityKind = 'people' | 'places' | 'brands';

const PLACES = `
New York|New York City|NYC=New York City|Brooklyn|The Bronx|Bronx=The Bronx|Harlem|Queens|Queensbridge|Manhattan|Staten Island|Long Island|Bed-Stuy|Bed Stuy=Bed-Stuy|Brownsville
Flatbush|Coney Island|Jersey=New Jersey|New Jersey|Newark|Philadelphia|Philly=Philadelphia|Pittsburgh|Boston|Baltimore|Washington|D.C.=Washington|Atlanta|Chicago|Detroit|Cleveland|Cincinnati
Milwaukee|Minneapolis|Indianapolis|St. Louis|Kansas City|Memphis|Nashville|New Orleans|Houston|Dallas|Austin|San Antonio|Miami|Tampa|Orlando|Jacksonville|Charlotte|Raleigh|Richmond|Norfolk
Los Angeles|L.A.=Los Angeles|Compton|Inglewood|Watts|Long Beach|Hollywood|Beverly Hills|Crenshaw|Oakland|San Francisco|Frisco=San Francisco|Bay Area|San Diego|Sacramento|Vallejo|Las Vegas|Vegas=Las Vegas|Reno|Phoenix|Denver|Seattle|Portland
California|Cali=California|Texas|Florida|Georgia|Alabama|Mississippi|Louisiana|Tennessee|Kentucky|Virginia|Carolina|Ohio|Michigan|Illinois|Missouri|Arkansas|Oklahoma|Nevada|Arizona|Colorado|Utah|Alaska|Hawaii|Maryland|Delaware|Connecticut|Massachusetts|Rhode Island|Maine|Vermont
America|USA=America|U.S.A.=America|United States=America|Canada|Toronto|Montreal|Vancouver|Mexico|Tijuana|Cuba|Havana|Jamaica|Kingston|Haiti|Puerto Rico|Trinidad|Barbados|Bahamas|Brazil|Rio|Colombia|Bogotá|Medellín|Venezuela|Peru|Argentina|Chile|Panama
England|Britain|London|Brixton|Peckham|Tottenham|Hackney|Manchester|Birmingham|Liverpool|Leeds|Glasgow|Scotland|Ireland|Dublin|France|Paris|Marseille|Germany|Berlin|Hamburg|Frankfurt|Cologne|Vienna|Switzerland|Zurich|Spain|Madrid|Barcelona|Portugal|Lisbon|Italy|Rome|Milan|Naples|Greece|Athens|Poland|Warsaw|Sweden|Stockholm|Norway|Denmark|Amsterdam|Holland|Belgium|Brussels
Russia|Moscow|Ukraine|Kiev|Kyiv=Kiev|Turkey|Istanbul|Israel|Jerusalem|Palestine|Gaza|Syria|Iraq|Baghdad|Iran|Afghanistan|Pakistan|India|Bombay|Mumbai|Delhi|China|Beijing|Shanghai|Hong Kong|Japan|Tokyo|Korea|Seoul|Vietnam|Thailand|Bangkok|Bali|Singapore|Australia|Sydney|Melbourne|Dubai|Saudi Arabia
Africa|Egypt|Cairo|Ethiopia|Kenya|Nairobi|Nigeria|Lagos|Ghana|Accra|Senegal|Dakar|Congo|Somalia|Sudan|South Africa|Johannesburg|Cape Town|Soweto|Zimbabwe|Tanzania|Uganda|Rwanda|Morocco|Algeria|Europe|Asia|Babylon|Zion|Times Square|Wall Street|Broadway|Fifth Avenue|Sunset Boulevard|Rikers|Rikers Island=Rikers|Attica|San Quentin|Alcatraz|White House|Eight Mile=8 Mile|West Coast|East Coast|West Side|East Side|South Side|North Side|Westside=West Side|Eastside=East Side|Southside=South Side|Northside=North Side`;

const BRANDS = `
Gucci|Louis Vuitton|Louis V=Louis Vuitton|Louie V=Louis Vuitton|Prada|Versace|Fendi|Dior|Chanel|Hermès|Hermes=Hermès|Balenciaga|Burberry|Givenchy|Armani|Moschino|Balmain|Yves Saint Laurent|Saint Laurent=Yves Saint Laurent|Dolce|Gabbana|Dolce & Gabbana|Birkin|Louboutin|Louboutins=Louboutin|Manolo Blahnik|Jimmy Choo|Jimmy Choos=Jimmy Choo|Tom Ford|Valentino|Moncler|Off-White|Bape|Supreme|Polo|Ralph Lauren|Tommy Hilfiger|Calvin Klein|Timberland|Timberlands=Timberland|Timbs=Timberland|Nike|Nikes=Nike|Adidas|Puma|Reebok|Converse|Vans|Jordans=Air Jordan|Air Jordan|Air Force Ones|Yeezy|Yeezys=Yeezy|Carhartt|Levi's|Fila|Kangol|Dickies|New Balance|Gore-Tex
Rolex|Rolexes=Rolex|Rollie=Rolex|Cartier|Cartiers=Cartier|Patek=Patek Philippe|Patek Philippe|Audemars=Audemars Piguet|Audemars Piguet|Richard Mille|Hublot|Breitling|Tiffany|Jacob the Jeweler|Ray-Ban|Ray-Bans=Ray-Ban
Mercedes|Benz=Mercedes|Mercedes-Benz=Mercedes|Maybach|Bentley|Rolls Royce|Rolls-Royce=Rolls Royce|Phantom|Ferrari|Rari=Ferrari|Lamborghini|Lambo=Lamborghini|Lambos=Lamborghini|Porsche|Maserati|Bugatti|Aston Martin|Jaguar|BMW|Beamer=BMW|Beemer=BMW|Bimmer=BMW|Audi|Lexus|Acura|Infiniti|Honda|Toyota|Nissan|Cadillac|Caddy=Cadillac|Escalade|Chevy=Chevrolet|Chevrolet|Impala|Corvette|Camaro|Hummer|Range Rover|Range=Range Rover|Jeep|Tesla|Mustang|Dodge|Hellcat|Lincoln|Buick|Volvo|Suzuki|Ducati|Kawasaki|Yamaha|Harley
Hennessy|Henny=Hennessy|Hennessey=Hennessy|Rémy Martin|Remy Martin=Rémy Martin|Courvoisier|Cristal|Moët|Moet=Moët|Dom Pérignon|Dom Perignon=Dom Pérignon|Ace of Spades|Cîroc|Ciroc=Cîroc|Grey Goose|Belvedere|Bacardi|Patrón|Patron=Patrón|Don Julio|Casamigos|D'Ussé|Dusse=D'Ussé|Hpnotiq|Alizé|Jack Daniels|Jack Daniel's=Jack Daniels|Johnnie Walker|Heineken|Corona|Budweiser|Old English|Olde English=Old English|St. Ides|Private Stock|Sprite|Pepsi|Coca-Cola|Coke=Coca-Cola|Red Bull|Gatorade|Kool-Aid|Backwoods|Swisher|Swishers=Swisher|Newport|Newports=Newport|Marlboro|Marlboros=Marlboro
Glock|Glocks=Glock|Uzi|Desert Eagle|Beretta|Smith & Wesson|Smith and Wesson=Smith & Wesson|Ruger|Draco|Kalashnikov|AK-47|MAC-10|TEC-9
McDonald's|Mickey D's=McDonald's|Burger King|Wendy's|KFC|Popeyes|Taco Bell|Waffle House|Starbucks|Dunkin|Domino's|Red Lobster|Whole Foods|Walmart|Costco|Target|Best Buy|Foot Locker|Amazon|eBay|Uber|Lyft|Apple|iPhone|iPhones=iPhone|iPad|Samsung|BlackBerry|Motorola|Nokia|Nextel|Google|YouTube|Facebook|Instagram|Insta=Instagram|Twitter|TikTok|Snapchat|Spotify|SoundCloud|Netflix|MTV|BET|HBO|CNN|ESPN|PlayStation|Xbox|Nintendo|Sega|Disney|Marvel|Lego|Barbie|Visa|Mastercard|American Express|Amex=American Express|Chase|Wells Fargo|Western Union|Cash App|Def Jam|Bad Boy|Death Row|Roc-A-Fella|Rocafella=Roc-A-Fella|Ruff Ryders|Cash Money|No Limit|Young Money|Aftermath|Shady Records|Interscope|Grammy|Grammys=Grammy|Oscar|Billboard|Forbes|Playboy|NBA|NFL|Lakers|Knicks|Bulls|Celtics|Yankees|Dodgers|Raiders|Cowboys`;

const PEOPLE = `
Tupac|2Pac=Tupac|Pac=Tupac|Tupac Shakur=Tupac|Biggie|Biggie Smalls=Biggie|B.I.G.=Biggie|Notorious B.I.G.=Biggie|Nas|Jay-Z|Jay Z=Jay-Z|Hov=Jay-Z|Jigga=Jay-Z|Rakim|KRS-One|Big Daddy Kane|Slick Rick|Kool G Rap|Big Pun|Pun=Big Pun|Big L|DMX|Eminem|Slim Shady=Eminem|Dr. Dre|Dre=Dr. Dre|Snoop|Snoop Dogg=Snoop|Ice Cube|Eazy-E|50 Cent|Kanye|Kanye West=Kanye|Drake|Lil Wayne|Wayne|Kendrick|J. Cole|Lil Kim|Foxy Brown|Lauryn Hill|Missy|Missy Elliott=Missy|MC Lyte|Queen Latifah|Nicki|Nicki Minaj=Nicki|Cardi|Cardi B=Cardi|André 3000|Big Boi|OutKast|Wu-Tang|RZA|GZA|Ghostface|Raekwon|Method Man|Ol' Dirty|Busta|Busta Rhymes=Busta|Q-Tip|Mos Def|Talib|Common|MF DOOM|J Dilla|Dilla=J Dilla|DJ Premier|Premo=DJ Premier|Primo=DJ Premier|Pete Rock|Swizz|Swizz Beatz=Swizz|Timbaland|Pharrell|Puffy|Puff Daddy=Puffy|Diddy=Puffy|Ja Rule|Fat Joe|Jadakiss|Nelly|Ludacris|T.I.|Jeezy|Gucci Mane|Rick Ross|Meek Mill|Nipsey|Pusha T|Cam'ron|Bob Marley|Marley=Bob Marley|Michael Jackson|MJ=Michael Jackson|Prince|James Brown|Marvin Gaye|Stevie Wonder|Aretha|Whitney|Beyoncé|Beyonce=Beyoncé|Rihanna|Mariah|Madonna|Elvis|Hendrix|Jimi Hendrix=Hendrix|Miles Davis|Coltrane
Malcolm X|Malcolm=Malcolm X|Martin Luther King|Rosa Parks|Harriet Tubman|Huey Newton|Huey P. Newton=Huey Newton|Assata|Farrakhan|Garvey|Marcus Garvey=Garvey|Mandela|Nelson Mandela=Mandela|Gandhi|Che Guevara|Castro|Fidel|Obama|Trump|Reagan|Nixon|Bush|Clinton|Kennedy|JFK=Kennedy|Lincoln|Napoleon|Caesar|Cleopatra|Hitler|Stalin|Putin|Bin Laden|Saddam|Einstein|Picasso|Basquiat|Van Gogh|Da Vinci|Mona Lisa|Shakespeare|Maya Angelou|Oprah|Bill Gates|Steve Jobs|Elon|Elon Musk=Elon|Warren Buffett|Rockefeller|Donald Trump=Trump
Michael Jordan|Jordan|Kobe|Kobe Bryant=Kobe|LeBron|Shaq|Magic Johnson|Larry Bird|Iverson|Allen Iverson=Iverson|Steph Curry|Curry=Steph Curry|Wilt|Scottie Pippen|Pippen=Scottie Pippen|Dennis Rodman|Rodman=Dennis Rodman|Ali|Muhammad Ali=Ali|Tyson|Mike Tyson=Tyson|Mayweather|Floyd Mayweather=Mayweather|Pacquiao|Serena|Venus|Tiger Woods|Babe Ruth|Derek Jeter|Jeter=Derek Jeter|Tom Brady|Brady=Tom Brady|Pelé|Ronaldo|Messi|Usain Bolt
Al Capone|Capone=Al Capone|John Gotti|Gotti=John Gotti|Pablo Escobar|Escobar=Pablo Escobar|El Chapo|Chapo=El Chapo|Scarface|Tony Montana|Montana=Tony Montana|Corleone|Tony Soprano|Frank Lucas|Nino Brown|Bonnie|Clyde|Bruce Lee|Jackie Chan|Rambo|Rocky|Superman|Batman|Spider-Man|Hulk|Bruce Wayne|Clark Kent|Robin Hood|Freddy Krueger|Freddy=Freddy Krueger|Jason|Michael Myers|Hannibal|Denzel|Will Smith|Eddie Murphy|Richard Pryor|Chris Rock|Dave Chappelle|Halle Berry|Angelina Jolie|Kim Kardashian|Marilyn Monroe|Scorsese|Spike Lee|Tarantino`;

const GIVEN_NAMES =
  'Aaron Adam Alex Alice Alicia Amanda Amber Amy Andre Andrea Andrew Angela Angelo Anna Anthony Antonio Ashley Barbara Ben Benjamin Betty Bill Billy Bob ' +
  'Bobby Brad Brandon Brandy Brenda Brian Britney Bruce Bryan Calvin Carl Carlos Carmen Carol Caroline Catherine Charles Charlie Chris Christian Christina ' +
  'Christopher Cindy Claire Craig Crystal Curtis Daniel Danny Darnell Darryl Dave David Deborah Dennis Derek Derrick Diana Diane Diego Donna Dorothy Dwayne ' +
  'Eddie Edward Elijah Elizabeth Ellen Emily Emma Eric Ernie Ethan Eugene Evelyn Fatima Felicia Felix Fernando Frank Frankie Fred Gary George Gerald Gina ' +
  'Gloria Greg Gregory Hannah Harold Harry Harvey Hector Helen Henry Howard Isaac Isaiah Ivan Jack Jackie Jacob Jade Jamal James Jamie Janet Jasmine Jason ' +
  'Javier Jay Jeff Jeffrey Jennifer Jenny Jeremy Jermaine Jerome Jerry Jesse Jessica Jill Jim Jimmy Joan Joe Joey John Johnny Jonathan Jorge Jose Joseph Josh ' +
  'Joshua Juan Juanita Judy Julia Julie Justin Karen Karim Kate Katie Kathy Keisha Keith Kelly Kelvin Ken Kenneth Kenny Kevin Kim Kimberly Kurt Kyle Lamar Larry ' +
  'Latoya Laura Lauren Lawrence Leon Leonard Leroy Lewis Linda Lisa Lola Louis Lucas Lucy Luis Luke Luther Marcus Margaret Maria Marie Mario Mark Marlon Martha ' +
  'Martin Marvin Mary Matt Matthew Maurice Maya Melanie Melissa Melvin Michael Michelle Miguel Mike Mikey Mohammed Monica Monique Morgan Nancy Natalie Nate Nathan ' +
  'Nathaniel Nicole Nina Norman Olivia Omar Oscar Otis Pablo Pam Pamela Patricia Patrick Paul Paula Pedro Perry Pete Peter Phil Philip Rachel Ralph Ramon Randy ' +
  'Raymond Rebecca Reggie Ricardo Richard Rick Ricky Robert Roberto Roger Roland Ron Ronald Ronnie Rosa Roy Ruben Russell Ryan Sabrina Sally Sam Samantha Samuel ' +
  'Sandra Sara Sarah Scott Sean Sergio Shane Shannon Sharon Shaun Shawn Sheila Shirley Simon Sophia Stacy Stan Stanley Stella Stephanie Stephen Steve Steven ' +
  'Stuart Susan Suzie Tamika Tanya Tara Ted Teresa Terrence Terry Theresa Thomas Tiffany Tim Timothy Tina Todd Tom Tommy Tony Tracy Travis Trevor Tyrone Tyler ' +
  'Valerie Vanessa Vernon Veronica Victor Vincent Vinnie Virginia Walter Warren Wendy Wesley William Willie Xavier Yolanda Yusuf Zach';

/** Names that are also everyday words; at a line start, or in lower case, they are read as the word. */
export const AMBIGUOUS: ReadonlySet<string> = new Set(
  (
    'apple target chase range polo supreme jaguar mustang dodge phantom patron coke corona swisher visa oscar vans puma dove jay ' +
    'common prince magic wayne venus rocky bonnie jordan bush pun turkey china queens washington phoenix austin reno rio mobile ' +
    'jersey georgia virginia carolina chile bulls raiders cowboys lincoln rose angel mark bill frank will rob pat jack ray ' +
    'grace hope faith joy amber ruby jade crystal candy brandy melody destiny harmony summer april may june august dawn eve ' +
    'nick mike pete drew chase gene art guy don rich miles ben al ali pac dre nas kingston columbia jackie hulk benz coco nelly ' +
    'glock uzi draco champion converse premo primo billboard marvel amazon shell tide bet sam ernie josh tom harry fidel broadway'
  ).split(' '),
);

/** A name in lower-case words, and the entity it refers to. */
export interface Name {
  words: readonly string[];
  name: string;
  kind: EntityKind;
}

/** Names by their lower-case first word, longer ones first. */
export function readGazetteer(): ReadonlyMap<string, readonly Name[]> {
  const index = new Map<string, Name[]>();
  const add = (written: string, name: string, kind: EntityKind): void => {
    const words = written
      .toLowerCase()
      .replace(/[&.]$/, '')
      .split(/[\s-]+|\s*&\s*/)
      .filter((word) => word !== '');
    const first = words[0];
    if (first === undefined) return;
    const names = index.get(first) ?? [];
    names.push({ words, name, kind });
    index.set(first, names);
  };
  for (const [table, kind] of [
    [PEOPLE, 'people'],
    [PLACES, 'places'],
    [BRANDS, 'brands'],
  ] as const) {
    for (const entry of table.trim().split(/[|\n]/)) {
      const [written = '', name = written] = entry.split('=');
      add(written, name, kind);
    }
  }
  for (const name of GIVEN_NAMES.split(' ')) {
    const known = index.get(name.toLowerCase())?.some(({ words }) => words.length === 1);
    if (known !== true) add(name, name, 'people');
  }
  for (const names of index.values()) names.sort((a, b) => b.words.length - a.words.length);
  return index;
}

let listed: ReadonlySet<string> | undefined;

/** Whether a name is on the list, in the spelling of the list. */
export function isGazetteerName(name: string): boolean {
  listed ??= new Set([...readGazetteer().values()].flat().map((one) => one.name));
  return listed.has(name);
}
