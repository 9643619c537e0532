import { type Lexicon, openLexicon } from '../../src/lyrics/phonetics/lexicon.ts';
import { compose } from '../../src/ml/compose/compose.ts';
import { type GeneralModel, openGeneralModel } from '../../src/ml/compose/general-model.ts';
import type { ComposeOrder, SourceLine } from '../../src/ml/compose/types.ts';

export interface ComposeTask {
  readonly order: ComposeOrder;
  readonly sources: readonly SourceLine[];
}

const parts: { lexicon?: ArrayBuffer; model?: ArrayBuffer } = {};
let opened: { lexicon: Lexicon; general: GeneralModel } | undefined;

/** What an isolate has to open before its first verse counts as part of it. */
function open(): { lexicon: Lexicon; general: GeneralModel } {
  if (!parts.lexicon || !parts.model) throw new Error('send the lexicon and the model first');
  opened ??= { lexicon: openLexicon(parts.lexicon), general: openGeneralModel(parts.model) };
  return opened;
}

async function answer(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  if (pathname === '/lexicon' || pathname === '/model') {
    parts[pathname === '/model' ? 'model' : 'lexicon'] = await request.arrayBuffer();
    return Response.json({});
  }
  const { order, sources } = (await request.json()) as ComposeTask;
  const start = performance.now();
  const composed = compose(order, { ...open(), sources });
  return Response.json({ ms: performance.now() - start, lines: composed.ok ? composed.lines.length : 0 });
}

// biome-ignore lint/style/noDefaultExport: the entry of a Worker module
export default { fetch: answer };
