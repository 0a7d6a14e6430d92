'use strict';
const place = document.getElementById('mails');
let shown = '';

function element(name, text, type) {
  const made = document.createElement(name);
  made.textContent = text;
  if (type) made.className = type;
  return made;
}

async function load() {
  const messages = await (await fetch('/control/messages')).json();
  const text = JSON.stringify(messages);
  if (text === shown) return;
  shown = text;
  place.replaceChildren(...(messages.length ? messages.map(mail => {
    const card = element('details', '', 'card mail');
    const head = element('summary', '');
    head.append(element('strong', mail.subject, 'grow'), element('span', mail.to.join('，')), element('time', new Date(mail.at).toLocaleString('zh-CN', {hour12: false})));
    card.append(head, element('pre', mail.text));
    return card;
  }) : [element('p', '还没有邮件', 'empty')]));
}

load();
setInterval(() => { if (!document.hidden) load(); }, 1500);
