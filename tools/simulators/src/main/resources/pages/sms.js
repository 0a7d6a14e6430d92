'use strict';
// A phone that receives everybody's messages, newest number first. ?phone= shows one number.
const place = document.getElementById('threads');
const phone = new URLSearchParams(location.search).get('phone');
let shown = '';

function element(name, text, type) {
  const made = document.createElement(name);
  made.textContent = text;
  if (type) made.className = type;
  return made;
}

async function load() {
  const answer = await fetch('/control/messages' + (phone ? '?phone=' + encodeURIComponent(phone) : ''));
  const messages = await answer.json();
  const text = JSON.stringify(messages);
  if (text === shown) return;
  shown = text;
  const threads = new Map();
  for (const message of messages) {
    if (!threads.has(message.phone)) threads.set(message.phone, []);
    threads.get(message.phone).push(message);
  }
  const parts = [...threads].map(([number, list]) => {
    const thread = element('section', '', 'thread');
    thread.append(element('h2', '发给 ' + number));
    for (const message of list) {
      thread.append(element('time', new Date(message.at).toLocaleString('zh-CN', {hour12: false})), element('p', message.text, 'bubble'));
    }
    return thread;
  });
  place.replaceChildren(...(parts.length ? parts : [element('p', '还没有短信', 'empty')]));
}

load();
setInterval(() => { if (!document.hidden) load(); }, 1500);
