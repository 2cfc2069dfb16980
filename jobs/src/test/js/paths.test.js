const test = require('node:test');
const assert = require('node:assert');
require('./scripts.js');

const shown = href => literal('python', pathIn(folderOf(href), 'trials/t'));

test('a path is that of the machine that reads the page', () => {
  assert.strictEqual(shown('file:///C:/Users/me/o%20x/report.html'), 'r"C:\\Users\\me\\o x\\trials\\t"');
  assert.strictEqual(shown('file://wsl.localhost/Ubuntu/home/o/report.html'), 'r"\\\\wsl.localhost\\Ubuntu\\home\\o\\trials\\t"');
  assert.strictEqual(shown('file:///home/%C3%A9/100%25/a%23b/report.html'), '"/home/é/100%/a#b/trials/t"');
  assert.strictEqual(shown('file://localhost/home/o/report.html'), '"/home/o/trials/t"');
  assert.strictEqual(shown('file:///home/o%22x/report.html'), '"/home/o\\"x/trials/t"');
});

test('a page on a server, or in a folder whose name is no text, has no path', () => {
  assert.strictEqual(folderOf('https://host/o/report.html'), null);
  assert.strictEqual(folderOf('file:///home/%E9/report.html'), null);
});

test('SQL doubles its quotes', () => {
  assert.strictEqual(literal('sql', "/it's/t"), "'/it''s/t'");
});
