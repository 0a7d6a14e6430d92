'use strict';
const STATES = {
  ACCEPTED: ['已受理', 'warn'], PROCESSING: ['处理中', 'warn'], SUCCEEDED: ['已完成', 'good'], PARTIAL: ['部分完成', 'warn'],
  FAILED: ['失败', 'bad'], CANCELLED: ['已撤单', ''],
};
const FAULTS = {NONE: '', DROPPED: '丢弃', FORGED: '伪造', STALE: '过期', REPLAYED: '重放', WRONG_SKU: '错商品', TWICE: '重复卡', FOREIGN: '他人卡', BAD_TAG: '校验坏'};
// name, label, hint, kind: percent and number are typed in
const KNOBS = [
  ['processingSeconds', '处理耗时', '秒，0 为立即完成', 'number'],
  ['slowMs', '接口延迟', '毫秒', 'number'],
  ['timeoutAfterSuccess', '成功后不回答', '%，已生效，连接挂起后断开', 'percent'],
  ['neverAnswers', '从不回答', '%，什么也没做', 'percent'],
  ['holdMs', '断开前挂起', '毫秒', 'number'],
  ['http500', '接口返回 500', '%', 'percent'],
  ['limited', '请求过于频繁', '%', 'percent'],
  ['partial', '部分交付', '%，五件只给三件', 'percent'],
  ['outOfStock', '无货', '%', 'percent'],
  ['priceJump', '临时涨价', '%，涨五分之一', 'percent'],
  ['wrongSku', '发错商品', '%', 'percent'],
  ['sameCardTwice', '同一张卡发两次', '%', 'percent'],
  ['somebodyElsesCard', '发了别人的卡', '%', 'percent'],
  ['badTag', '密文被改', '%', 'percent'],
  ['badAnswerSignature', '应答签名错误', '%', 'percent'],
  ['foreignNumber', '答非所问', '%，应答别的单号', 'percent'],
  ['clockSkewSeconds', '时钟偏差', '秒，超过 300 互不相信', 'signed'],
  ['rotateSecret', '轮换密钥', '开：新旧并存；关：旧的作废', 'switch'],
  ['cancelAnswer', '撤单答复', '', 'cancel'],
  ['largestPage', '每页商品', '件', 'number'],
  ['dropPush', '推送丢失', '%', 'percent'],
  ['forgedPush', '推送签名伪造', '%', 'percent'],
  ['stalePush', '推送时间过期', '%，301 秒前签名', 'percent'],
];

const at = id => document.getElementById(id);
const yuan = fen => '¥' + (fen / 100).toFixed(2);
const clock = text => new Date(text).toLocaleTimeString('zh-CN', {hour12: false});
const post = (path, body) => fetch(path, {method: 'POST', body: JSON.stringify(body || {})}).then(load);

function cell(content, type) {
  const made = document.createElement('td');
  if (type) made.className = type;
  made.append(content instanceof Node ? content : String(content ?? ''));
  return made;
}

function state(name) {
  const [text, type] = STATES[name] || [name, ''];
  const made = document.createElement('span');
  made.className = 'state ' + type;
  made.textContent = text;
  return made;
}

function button(text, title, act) {
  const made = document.createElement('button');
  made.textContent = text;
  made.title = title;
  made.addEventListener('click', act);
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
    if (['成本', '库存', '金额', '数量'].includes(text)) th.className = 'number';
    head.append(th);
  }
  const body = made.createTBody();
  for (const cells of rows) body.insertRow().append(...cells);
  place.replaceChildren(made);
}

function row(...parts) {
  const made = document.createElement('span');
  made.className = 'row';
  made.append(...parts);
  return made;
}

function actions(product) {
  const path = '/control/products/' + product.sku;
  return row(
    button('涨价 10%', '成本涨一成', () => post(path, {costFen: Math.round(product.costFen * 1.1)})),
    product.stock === 0
      ? button('补货', '库存 1000', () => post(path, {stock: 1000}))
      : button('清库存', '库存 0', () => post(path, {stock: 0})),
    button(product.onSale ? '下架' : '上架', '', () => post(path, {onSale: !product.onSale})));
}

const faults = order => order.items.map(i => FAULTS[i.fault]).filter(Boolean).join(' ');
const attempts = push => push.attempts.map(a => clock(a.at) + ' ' + [FAULTS[a.fault], a.status || '无应答'].filter(Boolean).join(' ')).join('，');

let shown = '';
async function load() {
  const all = await (await fetch('/control/state')).json();
  at('name').textContent = all.name;
  document.title = all.name + ' · 货源模拟器';
  at('now').textContent = new Date(all.now).toLocaleString('zh-CN', {hour12: false});
  at('balance').textContent = yuan(all.balanceFen);
  at('secrets').textContent = all.secrets;
  const text = JSON.stringify([all.orders, all.products, all.pushes]);
  if (text === shown) return;
  shown = text;
  table(at('orders'), ['时间', '采购单号', '商品', '数量', '金额', '状态', '原因', '卡'], all.orders.map(o => [
    cell(clock(o.createdAt)), cell(o.orderNo), cell(o.sku + (o.deliveredSku === o.sku ? '' : ' → ' + o.deliveredSku)),
    cell(o.deliveredQty + ' / ' + o.quantity, 'number'), cell(yuan(o.chargedFen), 'number'), cell(state(o.status)),
    cell(o.failCode), cell(faults(o))]));
  table(at('products'), ['SKU', '名称', '成本', '库存', '版本', ''], all.products.map(p => [
    cell(p.sku), cell(p.name), cell(yuan(p.costFen), 'number'), cell(p.stock < 0 ? '不限' : p.stock, 'number'),
    cell(p.version), cell(actions(p))]));
  table(at('pushes'), ['类型', '对象', '各次发送', ''], all.pushes.map(p => [
    cell(p.event.kind), cell(p.event.subject), cell(attempts(p)),
    cell(button('重放', '把最后一次的报文原样再发一遍', () => post('/control/pushes/' + p.event.id + '/replay')))]));
}

function control(kind, value) {
  if (kind === 'switch') {
    const box = document.createElement('input');
    box.type = 'checkbox';
    box.className = 'switch';
    box.setAttribute('role', 'switch');
    box.checked = value;
    return [box, () => box.checked];
  }
  if (kind === 'cancel') {
    const list = document.createElement('select');
    for (const [name, text] of [['AGREED', '同意'], ['REFUSED', '拒绝'], ['PENDING', '稍后答复']]) {
      list.add(new Option(text, name, false, name === value));
    }
    return [list, () => list.value];
  }
  const field = document.createElement('input');
  field.type = 'number';
  if (kind !== 'signed') field.min = '0';
  if (kind === 'percent') field.max = '100';
  field.value = value;
  return [field, () => Number(field.value)];
}

function showKnobs(now) {
  at('knobs').replaceChildren(...KNOBS.map(([name, text, hint, kind]) => {
    const made = document.createElement('div');
    made.className = 'knob';
    const [input, read] = control(kind, now[name]);
    input.id = 'knob-' + name;
    const label = document.createElement('label');
    label.htmlFor = input.id;
    const small = document.createElement('small');
    small.textContent = hint;
    label.append(text, small);
    input.addEventListener('change', () => turn({[name]: read()}));
    made.append(label, input);
    return made;
  }));
}

async function turn(change) {
  const answer = await fetch('/control/knobs', {method: 'PUT', body: JSON.stringify(change)});
  at('knob-note').textContent = answer.ok ? '已生效' : '没有生效：' + (await answer.json()).message;
  load();
}

at('reset').addEventListener('click', async () => {
  showKnobs(await (await fetch('/control/knobs', {method: 'DELETE'})).json());
  at('knob-note').textContent = '已恢复本色';
});
for (const one of document.querySelectorAll('[data-advance]')) {
  one.addEventListener('click', async () => {
    const step = Number(one.dataset.advance);
    await fetch('/control/clock', {method: 'PUT', body: JSON.stringify(step ? {advanceMillis: step} : {offsetMillis: 0})});
    load();
  });
}
fetch('/control/knobs').then(r => r.json()).then(showKnobs);
load();
setInterval(() => { if (!document.hidden) load(); }, 1500);
