// Copying commands and downloading files.

function copyCommand(text, button) {
  const done = () => {
    button.textContent = 'copied';
    setTimeout(() => { button.textContent = 'copy command'; }, 1500);
  };
  const byHand = () => {
    const area = element('textarea', { value: text });
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    button.focus();
    done();
  };
  if (navigator.clipboard) { navigator.clipboard.writeText(text).then(done, byHand); } else { byHand(); }
}

function download(csv, name) {
  const url = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const link = element('a', { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
