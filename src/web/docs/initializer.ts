import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './docs.css';
import { ERROR_TABLE } from '../../lib/errors.ts';

const DOCUMENT = '/openapi.json';

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

// The `type` of a problem is the address of this page with the problem's code as hash.
function listProblems(): void {
  const rows = Object.entries(ERROR_TABLE).map(([code, { status, title }]) => {
    const row = document.createElement('tr');
    row.id = code;
    const link = document.createElement('a');
    link.href = `#${code}`;
    link.textContent = code;
    row.insertCell().textContent = String(status);
    row.insertCell().append(link);
    row.insertCell().textContent = title;
    return row;
  });
  find('problem-rows').replaceChildren(...rows);
}

const codeOfAddress = (): string => window.location.hash.slice(1);
let asked = codeOfAddress();
const addressOfProblem = Object.hasOwn(ERROR_TABLE, asked) ? window.location.href : null;
// Swagger UI takes the hash for one of its operations: it rewrites it twice, which the button Back then passes through.
if (addressOfProblem !== null) window.history.replaceState(null, '', window.location.pathname);

function showAskedProblem(): void {
  if (!Object.hasOwn(ERROR_TABLE, asked)) return;
  find('problem-rows').querySelector('[aria-current]')?.removeAttribute('aria-current');
  const row = find(asked);
  row.setAttribute('aria-current', 'true');
  row.scrollIntoView({ block: 'center' });
}

listProblems();
window.addEventListener('hashchange', () => {
  if (codeOfAddress() === '') return;
  asked = codeOfAddress();
  showAskedProblem();
});
// The operations above the rows are drawn in steps, each of which moves the rows down. Stops when the reader scrolls.
const growing = new ResizeObserver(showAskedProblem);
growing.observe(find('swagger'));
for (const type of ['wheel', 'touchmove', 'keydown', 'pointerdown']) {
  window.addEventListener(type, () => growing.disconnect(), { once: true, passive: true });
}

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

SwaggerUI({
  url: DOCUMENT,
  domNode: find('swagger'),
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // The badge would send the document to a validator elsewhere.
  validatorUrl: null,
  onComplete: () => {
    if (addressOfProblem !== null) window.history.replaceState(null, '', addressOfProblem);
  },
});
