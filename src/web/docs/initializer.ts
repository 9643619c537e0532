import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import './docs.css';
import { problemCodes } from './problem-codes.ts';

const DOCUMENT = '/openapi.json';

function find(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element;
}

// A problem's `type` is the address of this page with its code: each code gets a place here.
async function listProblems(): Promise<void> {
  const response = await fetch(DOCUMENT);
  if (!response.ok) return;
  const rows = problemCodes(await response.json()).map(({ code, status, title }) => {
    const row = document.createElement('tr');
    row.id = code;
    for (const text of [status, code, title]) row.insertCell().textContent = text;
    return row;
  });
  if (rows.length === 0) return;
  find('problem-rows').replaceChildren(...rows);
  find('problems').hidden = false;
  const asked = window.location.hash.slice(1);
  rows.find((row) => row.id === asked)?.scrollIntoView({ block: 'center' });
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
  onComplete: () => void listProblems(),
});
