'use strict';
// The payer's phone: what a person sees after scanning the code.
const place = document.getElementById('pay');
const codeUrl = new URLSearchParams(location.search).get('code_url');

function element(name, text, type) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (type) made.className = type;
  return made;
}

const yuan = fen => (fen / 100).toFixed(2);
const seller = order => order.storeName || '特约商户 ' + (order.subMchid || order.smid);

function show(...parts) {
  place.replaceChildren(place.firstElementChild, ...parts);
}

function details(pairs) {
  const list = element('dl');
  for (const [name, value] of pairs) list.append(element('dt', name), element('dd', value));
  return list;
}

function outcome(mark, title, text, bad) {
  const sign = element('div', mark, bad ? 'mark no' : 'mark');
  sign.setAttribute('aria-hidden', 'true');
  show(sign, element('h1', title), element('p', text, 'what'));
}

async function pay(order, button) {
  button.disabled = true;
  button.textContent = '正在支付…';
  const answer = await fetch('/control/pay', {
    method: 'POST', headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({outTradeNo: order.outTradeNo}),
  });
  const said = await answer.json();
  if (answer.ok) paid(said);
  else outcome('!', '没有付款', said.message, true);
}

function paid(order) {
  outcome('✓', '支付成功', '请回到商家页面');
  const amount = element('p', '', 'amount');
  amount.append(element('small', '¥'), yuan(order.total));
  place.append(amount, details([['收款方', seller(order)], ['商品', order.description], ['交易单号', order.transactionId]]));
}

function ask(order) {
  const amount = element('p', '', 'amount');
  amount.append(element('small', '¥'), yuan(order.total));
  const button = element('button', '确认支付', 'go');
  button.addEventListener('click', () => pay(order, button));
  const until = order.timeExpire ? new Date(order.timeExpire).toLocaleTimeString('zh-CN') : '两小时内';
  show(
    element('p', '付款给 ' + seller(order), 'who'), element('p', order.description, 'what'), amount,
    details([['商户订单号', order.outTradeNo], ['付款截止', until], ['付款方式', '零钱（模拟）']]), button);
  button.focus();
}

async function load() {
  if (!codeUrl) return outcome('!', '没有二维码', '请从商家的付款页面打开，或在模拟器首页选择订单。', true);
  const answer = await fetch('/control/order?code_url=' + encodeURIComponent(codeUrl));
  const order = await answer.json();
  if (!answer.ok) return outcome('!', '二维码无效', order.message, true);
  if (['NOTPAY', 'PRECREATED', 'WAIT_BUYER_PAY'].includes(order.state)) return ask(order);
  if (!order.transactionId || !order.paidAt) return outcome('!', '订单已关闭', '请在商家页面重新下单。', true);
  paid(order);
}

fetch('/control/look').then(r => r.json()).then(look => {
  document.body.className = look.key;
  document.title = look.name + '模拟钱包 · 付款';
});
load();
