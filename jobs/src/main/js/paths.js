// The folder of a page as the reader's machine writes it, and paths in it for the commands shown.

/**
 * Returns the folder of a file: URL with its last separator, such as /home/me/o/, C:\Users\me\o\ or \\server\share\o\.
 * Returns null for other URLs, and where the path is no UTF-8 text.
 */
function folderOf(href) {
  const url = new URL(href);
  if (url.protocol !== 'file:') { return null; }
  let path;
  try {
    path = decodeURIComponent(url.pathname).replace(/[^/]*$/, '');
  } catch (e) {
    return null;
  }
  const windows = value => value.replace(/\//g, '\\');
  if (url.host && url.host !== 'localhost') { return windows('//' + decodeURIComponent(url.host) + path); }
  return /^\/[A-Za-z]:\//.test(path) ? windows(path.slice(1)) : path;
}

function pathIn(folder, file) {
  return folder + (folder.startsWith('/') ? file : file.replace(/\//g, '\\'));
}

/** Writes a text as SQL or Python does; Python reads the backslashes of Windows unchanged in r"...". */
function literal(language, text) {
  if (language === 'sql') { return "'" + text.replace(/'/g, "''") + "'"; }
  return /\\/.test(text) && !text.startsWith('/') ? 'r"' + text + '"' : JSON.stringify(text);
}
