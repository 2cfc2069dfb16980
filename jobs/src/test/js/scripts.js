// Loads the page's scripts as a page does, one after another, but those that need a document. A test then calls their functions.
const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');

const folder = path.join(__dirname, '../../main/js');
fs.readdirSync(folder).forEach(name => {
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  if (!/\b(document|window)\b/.test(text)) { vm.runInThisContext("'use strict'; " + text, { filename: path.join(folder, name) }); }
});
