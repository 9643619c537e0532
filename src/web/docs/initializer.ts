import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js';
import 'swagger-ui-dist/swagger-ui.css';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/shell.css';
import './docs.css';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const followScheme = () => document.documentElement.classList.toggle('dark-mode', dark.matches);
dark.addEventListener('change', followScheme);
followScheme();

const node = document.getElementById('swagger');
if (node === null) throw new Error('The page has no #swagger');

SwaggerUI({
  url: '/openapi.json',
  domNode: node,
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  // The badge would send the document to a validator elsewhere.
  validatorUrl: null,
});
