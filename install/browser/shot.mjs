#!/usr/bin/env node
// node shot.mjs NOTEBOOK FOLDER [--run] [--theme light|dark] [--trusted] [--plain] [--width PX] [--seconds S]
//
// Shows a copy of NOTEBOOK in a private JupyterLab and writes FOLDER/notebook.png, FOLDER/cells.json
// (what each cell shows) and, with --run, FOLDER/notebook.ipynb as JupyterLab saved it. --trusted
// signs the copy first (else saved outputs are those of a stranger's notebook; cells run here are
// always trusted); --plain takes all styles off the outputs. Exit: 0, 2 for a wrong call, 3 if it
// could not be shown.

import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { closeLab, openLab, photograph, readCells, removeStyles, showNotebook } from './lab.mjs';

const flag = { type: 'boolean', default: false };
const text = (value) => ({ type: 'string', default: value });
let values;
let positionals;
try {
  ({ values, positionals } = parseArgs({
    allowPositionals: true,
    options: { run: flag, trusted: flag, plain: flag, theme: text('light'), width: text('1200'), seconds: text('180') },
  }));
  if (positionals.length !== 2 || !['light', 'dark'].includes(values.theme)) throw new Error('a wrong call: see the head of shot.mjs');
  if (!existsSync(positionals[0])) throw new Error(`there is no ${positionals[0]}`);
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

const [notebook, folder] = positionals;
const width = Number(values.width);
let lab;
try {
  mkdirSync(folder, { recursive: true });
  const kernel = JSON.parse(readFileSync(notebook, 'utf8')).metadata?.kernelspec?.name;
  if (values.run && !kernel) throw new Error('the notebook names no kernel');
  lab = await openLab({ notebook, theme: values.theme, trusted: values.trusted, width, seconds: Number(values.seconds) });
  const milliseconds = await showNotebook(lab, values.run ? { kernel } : {});
  if (values.plain) await removeStyles(lab);
  const whole = await photograph(lab, path.join(folder, 'notebook.png'), width);
  const cells = await readCells(lab);
  const report = { theme: values.theme, trusted: values.trusted, ran: values.run, milliseconds, whole, messages: lab.messages, cells };
  writeFileSync(path.join(folder, 'cells.json'), JSON.stringify(report, null, 1));
  if (values.run) copyFileSync(lab.copy, path.join(folder, 'notebook.ipynb'));
  console.log(`${cells.length} cells${values.run ? `, run in ${Math.round(milliseconds)} ms` : ''}: ${folder}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 3;
} finally {
  if (lab) await closeLab(lab);
}
