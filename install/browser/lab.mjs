// A private JupyterLab with a Chromium in front of it. Everything the server keeps (settings,
// signatures, running kernels) lives in a folder of its own that is removed at the end, so a run
// neither sees nor touches the user's Jupyter. Notebooks are opened as copies.

import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const bin = (name) => path.join(checkout, '.venv', 'bin', name);

/** The name under which a notebook's copy is served. */
const COPY = 'notebook.ipynb';

/** Taller pages than this come out of Chromium with repeated or missing parts. */
const TALLEST = 12000;

/** Serves a copy of `notebook`; `theme` is light or dark, `trusted` signs the copy first. */
export async function openLab({ notebook, theme = 'light', trusted = false, width = 1200, seconds = 180 }) {
  const folder = mkdtempSync(path.join(tmpdir(), 'gomem-lab-'));
  const env = { ...process.env };
  for (const name of ['CONFIG', 'DATA', 'RUNTIME']) {
    env[`JUPYTER_${name}_DIR`] = path.join(folder, name.toLowerCase());
  }
  env.JUPYTERLAB_SETTINGS_DIR = path.join(folder, 'settings');
  env.JUPYTERLAB_WORKSPACES_DIR = path.join(folder, 'workspaces');
  const root = path.join(folder, 'root');
  mkdirSync(root);
  const copy = path.join(root, COPY);
  copyFileSync(notebook, copy);
  writeSettings(env.JUPYTERLAB_SETTINGS_DIR, theme);

  const opened = { folder, copy, seconds, messages: [] };
  try {
    if (trusted) run(bin('jupyter'), ['trust', copy], env);
    opened.server = await serve(root, env, folder, seconds);
    opened.browser = await chromium.launch({
      executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
    });
    const context = await opened.browser.newContext({ viewport: { width, height: 1000 }, colorScheme: theme });
    opened.page = await context.newPage();
    opened.page.setDefaultTimeout(seconds * 1000);
    opened.page.on('pageerror', (error) => opened.messages.push(`page error: ${error.message}`));
    opened.page.on('console', (m) => m.type() === 'error' && opened.messages.push(`console: ${m.text()}`));
    await opened.page.goto(`${opened.server.url}/lab?token=${opened.server.token}&reset`);
    await opened.page.waitForFunction(() => window.jupyterapp?.restored);
    await opened.page.evaluate(() => window.jupyterapp.restored);
    return opened;
  } catch (error) {
    await closeLab(opened);
    throw error;
  }
}

/** Ends browser, server and kernels; removes the folder. */
export async function closeLab({ browser, server, folder }) {
  await browser?.close();
  if (server) {
    const ended = new Promise((resolve) => server.process.once('exit', resolve));
    if (server.process.exitCode === null) {
      server.process.kill('SIGTERM'); // the server ends its kernels
      await Promise.race([ended, pause(15000, null, { ref: false })]);
      if (server.process.exitCode === null) server.process.kill('SIGKILL');
    }
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

/**
 * Opens the notebook; with `kernel` it is started, every cell run, and the notebook saved. Says how
 * long the cells took. A kernel of that name must exist: JupyterLab would quietly take another.
 */
export async function showNotebook({ page, server, seconds }, { kernel } = {}) {
  if (kernel) {
    const answer = await fetch(`${server.url}/api/kernelspecs?token=${server.token}`);
    const known = Object.keys((await answer.json()).kernelspecs);
    if (!known.includes(kernel)) throw new Error(`there is no kernel ${kernel}, only ${known.join(', ')}`);
  }
  const took = page.evaluate(async ({ file, name }) => {
    const { commands, shell } = window.jupyterapp;
    shell.mode = 'single-document';
    shell.collapseLeft();
    shell.collapseRight();
    const kernelPreference = name ? { name, autoStartDefault: true } : { shouldStart: false, canStart: false };
    const panel = await commands.execute('docmanager:open', { path: file, factory: 'Notebook', kernelPreference });
    await panel.context.ready;
    await panel.revealed;
    if (!name) return 0;
    await panel.sessionContext.ready;
    const started = panel.sessionContext.session?.kernel?.name;
    if (started !== name) throw new Error(`the kernel ${started} was started instead of ${name}`);
    const begun = performance.now();
    await commands.execute('notebook:run-all-cells');
    const milliseconds = performance.now() - begun;
    await panel.context.save();
    return milliseconds;
  }, { file: COPY, name: kernel ?? null });
  const late = pause(seconds * 1000, 'late', { ref: false });
  const milliseconds = await Promise.race([took, late]);
  if (milliseconds === 'late') throw new Error(`the notebook was not through after ${seconds} s`);
  await page.waitForTimeout(1200); // late outputs, fonts, theme
  return milliseconds;
}

/** What each cell shows: its source, and for every output the type it is drawn from, its text and DOM. */
export function readCells({ page }) {
  return page.evaluate(() => window.jupyterapp.shell.currentWidget.content.widgets.map((cell) => {
    const saved = cell.model.toJSON();
    const seen = { type: saved.cell_type, source: cell.model.sharedModel.getSource() };
    if (saved.cell_type !== 'code') return { ...seen, text: cell.node.innerText };
    const drawn = [...cell.outputArea.node.querySelectorAll('.jp-OutputArea-output')];
    const outputs = saved.outputs.map((output, i) => {
      const node = drawn[i];
      return {
        type: output.output_type,
        offered: Object.keys(output.data ?? {}),
        error: output.ename === undefined ? undefined : `${output.ename}: ${output.evalue}`,
        drawnFrom: node?.dataset.mimeType,
        text: node?.innerText,
        html: node?.innerHTML,
        size: node && [Math.round(node.getBoundingClientRect().width), Math.round(node.getBoundingClientRect().height)],
        wider: node && node.scrollWidth > node.clientWidth + 1,
      };
    });
    return { ...seen, count: saved.execution_count, trusted: cell.model.trusted, outputs };
  }));
}

/** Takes every style off what the cells show, as a page does that strips them. */
export function removeStyles({ page }) {
  return page.evaluate(() => {
    for (const node of document.querySelectorAll('.jp-OutputArea-output [style]')) node.removeAttribute('style');
  });
}

/** One picture of the whole notebook: the window grows until nothing is left to scroll. */
export async function photograph({ page }, file, width = 1200) {
  const hidden = () => page.evaluate(() => {
    const scrolled = document.querySelector('.jp-NotebookPanel .jp-WindowedPanel-outer');
    return scrolled ? scrolled.scrollHeight - scrolled.clientHeight : 0;
  });
  for (let round = 0; round < 30; round++) {
    const more = await hidden();
    const { height } = page.viewportSize();
    if (more <= 1 || height >= TALLEST) break;
    await page.setViewportSize({ width, height: Math.min(TALLEST, height + more) });
    await page.waitForTimeout(400);
  }
  await page.screenshot({ path: file });
  return (await hidden()) <= 1;
}

function writeSettings(folder, theme) {
  const write = (plugin, name, values) => {
    const place = path.join(folder, '@jupyterlab', plugin);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, `${name}.jupyterlab-settings`), JSON.stringify(values));
  };
  write('apputils-extension', 'themes', { theme: `JupyterLab ${theme === 'dark' ? 'Dark' : 'Light'}` });
  write('apputils-extension', 'notification', { fetchNews: 'false', checkForUpdates: false, doNotDisturbMode: true });
  // Cells out of sight are else not drawn at all, and have no height.
  write('notebook-extension', 'tracker', { windowingMode: 'none', scrollPastEnd: false });
}

async function serve(root, env, folder, seconds) {
  const port = await unusedPort();
  const token = randomUUID();
  const log = path.join(folder, 'server.log');
  const output = openSync(log, 'w');
  const process = spawn(bin('jupyter-lab'), [
    '--no-browser', '--allow-root', '--ServerApp.ip=127.0.0.1', `--ServerApp.port=${port}`,
    '--ServerApp.port_retries=0', `--ServerApp.root_dir=${root}`, `--IdentityProvider.token=${token}`,
    '--LabApp.expose_app_in_browser=True', '--LabApp.extension_manager=readonly',
  ], { env, stdio: ['ignore', output, output] });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + seconds * 1000; ; await pause(150)) {
    const up = await fetch(`${url}/api/status?token=${token}`).then((r) => r.ok, () => false);
    if (up) return { process, url, token, log };
    if (process.exitCode !== null || Date.now() > end) {
      process.kill('SIGKILL');
      throw new Error(`JupyterLab did not start:\n${readFileSync(log, 'utf8').slice(-3000)}`);
    }
  }
}

function unusedPort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

function run(program, words, env) {
  const { status, stderr } = spawnSync(program, words, { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${path.basename(program)} ${words[0]}: ${stderr}`);
}
