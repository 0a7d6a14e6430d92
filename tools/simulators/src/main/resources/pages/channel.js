'use strict';
const STATES = {
  NOTPAY: ['待支付', 'warn'], SUCCESS: ['已支付', 'good'], CLOSED: ['已关闭', ''], REFUND: ['转入退款', 'warn'],
  PROCESSING: ['退款中', 'warn'], ABNORMAL: ['退款异常', 'bad'],
  PRECREATED: ['待扫码', 'warn'], WAIT_BUYER_PAY: ['待支付', 'warn'], TRADE_SUCCESS: ['已支付', 'good'], TRADE_CLOSED: ['已关闭', ''],
  WAITING: ['等待确认', 'warn'], DELIVERED: ['已送达', 'good'], GIVEN_UP: ['已放弃', 'bad'],
};
const PAYABLE = ['NOTPAY', 'PRECREATED', 'WAIT_BUYER_PAY'];
const SENT = {GENUINE: '', DROPPED: '丢弃', FORGED: '伪造', STALE: '过期', WRONG_MERCHANT: '错商户', WRONG_AMOUNT: '错金额', REPLAYED: '重放'};
// name, label, hint, kind: percent is a switch of 0 and 100, the rest is typed in; a channel shows those it has
const KNOBS = [
  ['error5xx', '接口返回 500', '什么也没做', 'percent'],
  ['error429', '接口返回 429', '频率超限', 'percent'],
  ['busy', '接口返回 20000', '系统繁忙，什么也没做', 'percent'],
  ['isvError', '接口返回 40006', '应用无权限', 'percent'],
  ['timeoutAfterSuccess', '成功后不回答', '已生效，连接挂起后断开', 'percent'],
  ['badAnswerSignature', '应答签名错误', '', 'percent'],
  ['dropNotify', '通知丢失', '', 'percent'],
  ['forgedNotify', '通知签名伪造', '', 'percent'],
  ['staleNotify', '通知时间过期', '301 秒前签名', 'percent'],
  ['wrongMerchantNotify', '通知商户号错误', '', 'percent'],
  ['wrongAmountNotify', '通知金额错误', '少一分', 'percent'],
  ['reorderNotify', '通知乱序', '', 'switch'],
  ['duplicateNotify', '重复通知份数', '同时发出', 'number'],
  ['answerDelayMs', '接口延迟', '毫秒', 'number'],
  ['holdMs', '断开前挂起', '毫秒', 'number'],
  ['notifyDelayMs', '通知延迟', '毫秒', 'number'],
  ['notifyRetryScale', '重发间隔倍数', '1 为渠道公布的间隔', 'decimal'],
  ['refundPending', '退款一直处理中', '不动账，查询无结果', 'percent'],
  ['refundDelayMs', '退款耗时', '毫秒', 'number'],
  ['refundResult', '退款结果', '', 'result'],
  ['subMerchantBalance', '商户可退余额', '分，空为充足', 'balance'],
];

const at = id => document.getElementById(id);
const yuan = fen => '¥' + (fen / 100).toFixed(2);
const clock = text => new Date(text).toLocaleTimeString('zh-CN', {hour12: false});

function cell(content, type) {
  const made = document.createElement('td');
  if (type) made.className = type;
  made.append(content instanceof Node ? content : String(content ?? ''));
  return made;
}

function state(name, result) {
  const [text, type] = result && name === 'SUCCESS' ? ['已退款', 'good'] : STATES[name] || [name, ''];
  const made = document.createElement('span');
  made.className = 'state ' + type;
  made.textContent = text;
  return made;
}

function table(place, heads, rows) {
  if (rows.length === 0) {
    place.innerHTML = '<p class="empty">还没有</p>';
    return;
  }
  const made = document.createElement('table');
  const head = made.createTHead().insertRow();
  for (const text of heads) {
    const th = document.createElement('th');
    th.scope = 'col';
    th.textContent = text;
    if (text === '金额') th.className = 'number';
    head.append(th);
  }
  const body = made.createTBody();
  for (const cells of rows) body.insertRow().append(...cells);
  place.replaceChildren(made);
}

function payLink(order) {
  if (!PAYABLE.includes(order.state)) return '';
  const link = document.createElement('a');
  link.className = 'button';
  link.href = '/pay?code_url=' + encodeURIComponent(order.codeUrl);
  link.textContent = '去付款';
  return link;
}

function replayButton(notice) {
  const button = document.createElement('button');
  button.textContent = '重放';
  button.title = '把最后一次的报文原样再发一遍';
  button.addEventListener('click', () => fetch('/control/notifications/' + notice.id + '/replay', {method: 'POST'}).then(load));
  return button;
}

function attempts(notice) {
  return notice.attempts.map(a => clock(a.at) + ' ' + [SENT[a.sent], a.status || '无应答'].filter(Boolean).join(' ')).join('，');
}

let shown = '';
async function load() {
  const answer = await fetch('/control/state');
  const all = await answer.json();
  at('now').textContent = new Date(all.now).toLocaleString('zh-CN', {hour12: false});
  at('shop').href = all.shop;
  const text = JSON.stringify([all.orders, all.refunds, all.notifications]);
  if (text === shown) return;
  shown = text;
  table(at('orders'), ['时间', '商户订单号', '商户', '商品', '金额', '状态', ''], all.orders.map(o => [
    cell(clock(o.createdAt)), cell(o.outTradeNo), cell(o.storeName || o.subMchid || o.smid), cell(o.description),
    cell(yuan(o.total), 'number'), cell(state(o.state)), cell(payLink(o))]));
  table(at('notices'), ['类型', '单号', '状态', '各次发送', ''], all.notifications.map(n => [
    cell(n.type), cell(n.number), cell(state(n.state)), cell(attempts(n)), cell(replayButton(n))]));
  table(at('refunds'), ['时间', '退款单号', '商户订单号', '金额', '状态'], all.refunds.map(r => [
    cell(clock(r.createdAt)), cell(r.outRefundNo), cell(r.outTradeNo), cell(yuan(r.amount), 'number'),
    cell(state(r.status, true))]));
}

function control(kind, value) {
  if (kind === 'percent' || kind === 'switch') {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'switch';
    box.setAttribute('role', 'switch');
    box.checked = Boolean(value);
    return [box, () => box.checked];
  }
  if (kind === 'result') {
    const list = document.createElement('select');
    for (const [name, text] of [['SUCCESS', '成功'], ['ABNORMAL', '异常'], ['CLOSED', '关闭'], ['PROCESSING', '一直处理中']]) {
      list.add(new Option(text, name, false, name === value));
    }
    return [list, () => list.value];
  }
  const field = document.createElement('input');
  field.type = 'number';
  field.min = '0';
  field.step = kind === 'decimal' ? 'any' : '1';
  field.value = value ?? '';
  return [field, () => field.value === '' ? (kind === 'balance' ? null : 0) : Number(field.value)];
}

function showKnobs(now) {
  at('knobs').replaceChildren(...KNOBS.filter(([name]) => name in now).map(([name, text, hint, kind]) => {
    const row = document.createElement('div');
    row.className = 'knob';
    const [input, read] = control(kind, now[name]);
    input.id = 'knob-' + name;
    const label = document.createElement('label');
    label.htmlFor = input.id;
    const percent = kind === 'percent' && now[name] > 0 && now[name] < 100 ? now[name] + '%' : '';
    const small = document.createElement('small');
    small.textContent = percent || hint;
    label.append(text, small);
    input.addEventListener('change', () => turn({[name]: read()}));
    row.append(label, input);
    return row;
  }));
}

async function turn(change) {
  const answer = await fetch('/control/knobs', {method: 'PUT', body: JSON.stringify(change)});
  at('knob-note').textContent = answer.ok ? '已生效' : '没有生效：' + (await answer.json()).message;
}

at('reset').addEventListener('click', async () => {
  showKnobs(await (await fetch('/control/knobs', {method: 'DELETE'})).json());
  at('knob-note').textContent = '已全部恢复';
});
const spoken = seconds => seconds < 60 ? seconds + ' 秒' : Math.floor(seconds / 60) + ' 分钟';

function stepButton(seconds) {
  const button = document.createElement('button');
  button.textContent = '快进 ' + spoken(seconds);
  button.addEventListener('click', () => turnClock({advanceMillis: seconds * 1000}));
  return button;
}

async function turnClock(change) {
  await fetch('/control/clock', {method: 'PUT', body: JSON.stringify(change)});
  load();
}

function dress(look) {
  document.body.className = look.key;
  document.title = look.name + '模拟器';
  at('name').textContent = document.title;
  at('protocol').textContent = look.protocol;
  at('steps').replaceChildren(...look.stepSeconds.map(stepButton));
}

at('present').addEventListener('click', () => turnClock({offsetMillis: 0}));
fetch('/control/look').then(r => r.json()).then(dress);
fetch('/control/knobs').then(r => r.json()).then(showKnobs);
load();
setInterval(() => { if (!document.hidden) load(); }, 1500);
