import { bigTamarack } from './artists/big-tamarack.ts';
import { docksideRell } from './artists/dockside-rell.ts';
import { inesCalloway } from './artists/ines-calloway.ts';
import { junoWick } from './artists/juno-wick.ts';
import { kiloMeridian } from './artists/kilo-meridian.ts';
import { marlowVane } from './artists/marlow-vane.ts';
import { odaBrightwater } from './artists/oda-brightwater.ts';
import { palomaQuill } from './artists/paloma-quill.ts';
import { professorStatic } from './artists/professor-static.ts';
import { sisterCadence } from './artists/sister-cadence.ts';
import { theLedgerTwins } from './artists/the-ledger-twins.ts';
import { vesperOkoro } from './artists/vesper-okoro.ts';
import type { CatalogueArtist } from './types.ts';

/** Every artist of the demo catalogue, in order of name. */
export const catalogue: readonly CatalogueArtist[] = [
  bigTamarack,
  docksideRell,
  inesCalloway,
  junoWick,
  kiloMeridian,
  marlowVane,
  odaBrightwater,
  palomaQuill,
  professorStatic,
  sisterCadence,
  theLedgerTwins,
  vesperOkoro,
];
