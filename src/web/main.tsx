import { render } from 'preact';
import { startRouter } from './router/history.ts';
import { App } from './shell/app.tsx';
import { isPage } from './shell/pages.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/search.css';
import './styles/hits.css';
import './styles/song.css';
import './styles/lyrics.css';
import './styles/analysis.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

startRouter(isPage);
render(<App />, root);
