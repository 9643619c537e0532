/** A question and the demo songs that answer it: 3 is about this, 2 answers it well, 1 touches it. */
export interface GradedQuery {
  q: string;
  /** By title; with the artist before a colon where two songs share one. Remixes and edits count as their song. */
  answers: Readonly<Record<string, 1 | 2 | 3>>;
}

const LIBRARY_CADENCE = 'Sister Cadence: Library Card';
const LIBRARY_OKORO = 'Vesper Okoro: Library Card';

/** Judged by reading every song of the demo catalogue. */
export const GRADED_QUERIES: readonly GradedQuery[] = [
  {
    q: 'a mother praying for her people at sea to come home',
    answers: { "Mama's Beads, Papa's Knots": 3, 'Container Forty': 1, 'Night Sort': 1 },
  },
  {
    q: 'waiting years for a friend to get out of prison',
    answers: { "Two Chairs at Benny's": 3, 'What the Boy Saw': 2, 'Twenty-Three Kilos': 1 },
  },
  {
    q: 'a boy dies in an accident at the docks',
    answers: { 'Container Forty': 3, 'Slack Water': 2, 'Pour It Off the Pier': 1 },
  },
  {
    q: 'grief for a child who did not live',
    answers: { Perennial: 3, 'Late Fruit': 1, 'Container Forty': 1 },
  },
  {
    q: 'remembering dead friends by pouring out a drink',
    answers: { 'Pour It Off the Pier': 3, 'Last Bus to Ferris': 2 },
  },
  {
    q: 'an innocent man locked up because a witness kept silent',
    answers: { 'What the Boy Saw': 3, 'The Night Plow': 1 },
  },
  { q: 'talking a young man out of a crime', answers: { 'Slack Water': 3, "Two Chairs at Benny's": 2 } },
  { q: 'saving the public library from being closed', answers: { [LIBRARY_CADENCE]: 3, [LIBRARY_OKORO]: 3 } },
  { q: 'a grown man learning to read', answers: { [LIBRARY_OKORO]: 3, [LIBRARY_CADENCE]: 1 } },
  { q: 'banks refusing loans to a black neighbourhood', answers: { Redline: 3, 'Personal Guarantee': 1 } },
  {
    q: 'mould on the wall of a council flat',
    answers: { Damp: 3, 'Salt on the Radiator': 1, "Artist's Impression": 1 },
  },
  { q: 'tenants organising against their landlord', answers: { 'Salt on the Radiator': 3, Damp: 3 } },
  {
    q: 'developers tearing down our tower block',
    answers: { "Artist's Impression": 3, "Grandma's Sideboard": 1, 'Outer Circle': 1, 'Request Stop': 1 },
  },
  { q: 'humiliating forms and disability benefits', answers: { 'Form 12B': 3, Damp: 1 } },
  {
    q: 'riding the bus with nowhere to go',
    answers: { 'Last Stop, Please': 3, 'Request Stop': 3, 'Last Bus to Ferris': 2, 'Outer Circle': 2 },
  },
  { q: 'the bus route is being cut', answers: { 'Request Stop': 3, 'Last Bus to Ferris': 3 } },
  { q: 'a kind bus driver', answers: { 'Last Bus to Ferris': 3, 'Request Stop': 3, 'Last Stop, Please': 2 } },
  {
    q: 'therapy and depression',
    answers: {
      'Waiting Room Plants': 3,
      'Good Morning, Body': 2,
      'Last Stop, Please': 1,
      'Half a Sandwich': 1,
    },
  },
  { q: 'a teenager who stops eating', answers: { 'Half a Sandwich': 3 } },
  { q: 'visiting a father with dementia in hospital', answers: { 'Half a Sandwich': 3 } },
  {
    q: 'getting out of bed when everything is heavy',
    answers: { 'Good Morning, Body': 3, 'Waiting Room Plants': 1 },
  },
  { q: 'phone battery dying on the way to your house', answers: { 'Eleven Percent': 3, 'Gate B19': 1 } },
  { q: 'making up after a fight with a lover', answers: { 'Eleven Percent': 3, 'Monsoon Season': 3 } },
  { q: 'flying on a plane for the first time', answers: { 'Gate B19': 3, 'Night Sort': 3 } },
  {
    q: 'rich and famous but lonely',
    answers: { 'Duty Free': 3, 'Do Not Disturb': 3, 'Long Layover': 1, 'Twenty-Three Kilos': 1 },
  },
  { q: 'stuck in a hotel room during quarantine', answers: { 'Do Not Disturb': 3 } },
  {
    q: 'a parent working night shifts',
    answers: { 'Night Sort': 3, 'Gate B19': 2, 'Half a Sandwich': 2, 'Dead Air': 1, 'Outer Circle': 1 },
  },
  { q: "missing grandmother's death while on tour", answers: { 'Twenty-Three Kilos': 3 } },
  { q: 'short romance between two strangers at an airport', answers: { 'Long Layover': 3 } },
  { q: 'a love song requested over the radio at night', answers: { 'Between Stations': 3, 'Dead Air': 1 } },
  {
    q: 'a radio host dies and his daughter takes over',
    answers: { 'Dead Air': 3, 'Between Stations': 1, 'Puerto Seco': 1 },
  },
  { q: 'crossing the border to see your lover', answers: { 'La Línea': 3, 'Puerto Seco': 1 } },
  { q: 'small desert town that everyone leaves', answers: { 'Puerto Seco': 3, 'Long Layover': 1 } },
  { q: 'heat wave and no air conditioning', answers: { 'Swamp Cooler': 3, 'A/C Broke': 3 } },
  { q: 'rain comes at last after the heat', answers: { 'Monsoon Season': 3 } },
  { q: 'a family cookout goes wrong', answers: { 'Peas in the Macaroni': 3, "Cousin 'n' 'Em": 2 } },
  {
    q: 'family reunion with far too many cousins',
    answers: { "Cousin 'n' 'Em": 3, 'Peas in the Macaroni': 2 },
  },
  { q: 'dieting on doctor’s orders', answers: { 'Doctor Said': 3 } },
  {
    q: 'neighbourhood street party',
    answers: { 'Block Party Arithmetic': 3, "Parkin' Lot Full": 3, 'Four Corners of the Cardboard': 2 },
  },
  {
    q: 'breakdancing, graffiti and turntables',
    answers: { 'Four Corners of the Cardboard': 3, 'Roll Call': 1 },
  },
  { q: 'grandmother walking to church', answers: { 'Church Shoes, Dirt Road': 3 } },
  { q: 'heirloom furniture and plates nobody may use', answers: { "Grandma's Sideboard": 3 } },
  { q: 'neighbours scrub a hateful word off our door', answers: { "Grandma's Sideboard": 3 } },
  {
    q: 'an educated immigrant working as a cleaner',
    answers: { 'Who Swept the Hall': 3, 'Outer Circle': 2 },
  },
  { q: 'fair pay for school janitors', answers: { 'Who Swept the Hall': 3 } },
  {
    q: 'a teacher calls the names of missing pupils',
    answers: { 'Roll Call': 3, 'Who Swept the Hall': 1 },
  },
  { q: 'a robot that writes rhymes', answers: { 'My Robot Ghostwrote This': 3, Emeritus: 2 } },
  {
    q: 'writing songs for a star who takes the credit',
    answers: { "Ghostwriter's Invoice": 3, 'My Robot Ghostwrote This': 1 },
  },
  {
    q: 'insulting another rapper’s lazy rhymes',
    answers: { Errata: 3, 'Spelling Bee': 2, 'Office Hours': 2, 'Peer Review': 1 },
  },
  { q: 'words that have no rhyme', answers: { 'No Rhyme for Month': 3, 'My Robot Ghostwrote This': 1 } },
  { q: 'losing a spelling contest as a child', answers: { 'Spelling Bee': 3 } },
  { q: 'words that sound alike but are spelled differently', answers: { 'Homophone Home': 3 } },
  {
    q: "clearing out a dead mother's house",
    answers: { 'Homophone Home': 3, "Grandma's Sideboard": 1, Marginalia: 1 },
  },
  {
    q: 'a newborn baby in the night',
    answers: { Hapax: 3, 'The Hour They Took Back': 3, 'Good Morning, Body': 1 },
  },
  { q: "notes in the margins of mother's Bible", answers: { Marginalia: 3 } },
  { q: 'teaching a child to swim', answers: { 'Small Hands, Large Water': 3, 'Late Fruit': 1 } },
  { q: 'coming into bloom late in life', answers: { 'Late Fruit': 3 } },
  { q: 'gardening, soil and decay', answers: { 'Compost Psalm': 3, Perennial: 2, 'Late Fruit': 2 } },
  { q: 'a chess game in the park', answers: { Zugzwang: 3, Emeritus: 1 } },
  { q: 'a clone takes over his life', answers: { 'Clone Custody': 3, 'Office Hours': 1, Emeritus: 1 } },
  { q: 'an old professor teaching over video calls', answers: { Emeritus: 3 } },
  {
    q: 'two brothers start a business from nothing',
    answers: { 'Card Table': 3, 'Clean Money': 2, Inventory: 2, 'Net Thirty': 2 },
  },
  { q: 'a customer who pays his invoices late', answers: { 'Net Thirty': 3, "Ghostwriter's Invoice": 2 } },
  { q: 'running a laundromat', answers: { 'Clean Money': 3, 'Personal Guarantee': 1, 'Split the Books': 1 } },
  { q: 'losing the house in the financial crash', answers: { 'Personal Guarantee': 3 } },
  { q: 'two partners break up their company', answers: { 'Split the Books': 3, Inventory: 1 } },
  { q: "father's hardware store and his unpaid debts", answers: { Inventory: 3 } },
  { q: 'a car towed in the snow', answers: { 'Snow Emergency Route': 3, 'The Night Plow': 1 } },
  { q: 'a snow plow driver lets a robber get away', answers: { 'The Night Plow': 3 } },
  { q: 'pawning a musical instrument to pay the rent', answers: { 'Pawnshop Trumpet': 3 } },
  { q: 'a man finds out he has a daughter', answers: { 'Two Sets of Footprints': 3 } },
  {
    q: 'no heating in winter',
    answers: { 'Salt on the Radiator': 3, 'Snow Emergency Route': 2, Damp: 1 },
  },
  { q: 'cruzar la frontera', answers: { 'La Línea': 3 } },
  { q: 'zugzwang', answers: { Zugzwang: 3 } },
  { q: '"harbour don\'t holler"', answers: { 'Container Forty': 3, 'Slack Water': 3 } },
  { q: 'juno wik eleven percent', answers: { 'Eleven Percent': 3 } },
  {
    q: 'dockside rel',
    answers: {
      'Container Forty': 3,
      'Pour It Off the Pier': 3,
      "Two Chairs at Benny's": 3,
      "Mama's Beads, Papa's Knots": 3,
      'What the Boy Saw': 3,
      'Slack Water': 3,
    },
  },
  { q: 'osaka and oslo', answers: { 'Night Sort': 3, 'Gate B19': 2 } },
  { q: 'mop bucket full of letters', answers: { 'Who Swept the Hall': 3 } },
  { q: 'cheese and pickle', answers: { 'Half a Sandwich': 3 } },
];
