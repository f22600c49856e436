// The lessons in a real JupyterLab: every notebook is opened as a stranger would (saved outputs,
// not trusted) and as its own reader (all cells run), and shows what it says it shows.

import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { closeLab, openLab, photograph, readCells, removeStyles, showNotebook } from './lab.mjs';

const checkout = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const lessons = path.join(checkout, 'notebooks');
const notebooks = existsSync(lessons) ? readdirSync(lessons).filter((name) => name.endsWith('.ipynb')) : [];
const scratch = mkdtempSync(path.join(tmpdir(), 'gomem-shots-'));
after(() => rmSync(scratch, { recursive: true, force: true }));

const savedCells = (file) => JSON.parse(readFileSync(file, 'utf8')).cells;
const mayFail = (cell) => (cell.metadata.tags ?? []).includes('raises-exception');

/** Opens a notebook, does something with it, and closes it whatever happens. */
async function withLab(options, use) {
  const lab = await openLab(options);
  try {
    return await use(lab);
  } finally {
    await closeLab(lab);
  }
}

/** A notebook of our own making, for what no lesson is needed. */
function write(name, sources) {
  const file = path.join(scratch, name);
  const cells = sources.map((source, i) => ({
    cell_type: 'code', id: `c${i}`, metadata: {}, source, execution_count: null, outputs: [],
  }));
  const metadata = { kernelspec: { name: 'gomem', display_name: 'Go (gomem)', language: 'go' } };
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return file;
}

test('JupyterLab finds the kernel and gets an answer from it', async () => {
  const notebook = write('first.ipynb', ['num := 2']);
  await withLab({ notebook }, async (lab) => {
    await showNotebook(lab, { kernel: 'gomem' });
    const [cell] = await readCells(lab);
    assert.equal(cell.count, 1);
    assert.ok(cell.outputs.length > 0, 'the cell shows something');
    const language = await lab.page.evaluate(
      () => window.jupyterapp.shell.currentWidget.content.model.getMetadata('language_info'));
    assert.equal(language.name, 'go');
    assert.deepEqual(lab.messages.filter((m) => m.startsWith('page error')), []);
  });
});

for (const name of notebooks) {
  const notebook = path.join(lessons, name);

  for (const theme of ['light', 'dark']) {
    test(`${name} run from top to bottom, ${theme}`, async () => {
      await withLab({ notebook, theme }, async (lab) => {
        await showNotebook(lab, { kernel: 'gomem' });
        const saved = savedCells(notebook);
        for (const [i, cell] of (await readCells(lab)).entries()) {
          if (cell.type !== 'code') continue;
          for (const output of cell.outputs) {
            if (output.type === 'error') assert.ok(mayFail(saved[i]), `cell ${i}: ${output.error}`);
            if (output.type === 'display_data') assert.equal(output.drawnFrom, 'text/html', `cell ${i}`);
            assert.ok(!output.wider, `cell ${i}: an output is wider than the page`);
          }
        }
        assert.ok(await photograph(lab, path.join(scratch, `${name}-${theme}.png`)), 'all of it fits the picture');
      });
    });
  }

  test(`${name} from a stranger shows the same as when it is trusted, and reads without styles`, async () => {
    const shown = async (trusted) => withLab({ notebook, trusted }, async (lab) => {
      await showNotebook(lab);
      const styled = await readCells(lab);
      await removeStyles(lab);
      return { styled, plain: await readCells(lab) };
    });
    const words = (cells) => cells.flatMap((c) => (c.outputs ?? []).map((o) => o.text));
    const stranger = await shown(false);
    const own = await shown(true);
    assert.deepEqual(stranger.styled.filter((c) => c.trusted), [], 'nothing of it is trusted');
    assert.deepEqual(words(stranger.styled), words(own.styled));
    const letters = (texts) => texts.map((t) => t.replace(/\s+/g, ''));
    assert.deepEqual(letters(words(stranger.plain)), letters(words(stranger.styled)));
  });
}
