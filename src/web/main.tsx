import { render } from 'preact';
import { startRouter } from './router/history.ts';
import { App } from './shell/app.tsx';
import { keepFocus } from './shell/keep-focus.ts';
import { findPage, isPage } from './shell/pages.ts';
import { preload } from './shell/use-view.ts';
import './styles/app.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

startRouter(isPage);
preload(findPage(window.location.pathname)?.load ?? null);
render(<App />, root);
keepFocus(root);
