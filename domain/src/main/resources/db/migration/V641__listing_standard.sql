-- What a listing must say and must not say. Versions are added, never edited: a refusal names the one it was made under.
create table listing_standard (
  version text primary key,
  effective_at timestamptz not null unique,
  lowest_price_percent int not null check (lowest_price_percent between 1 and 100),
  highest_price_percent int not null check (highest_price_percent between 100 and 300),
  least_promise_days int not null
);

-- claims: only where the listing praises itself (names and descriptions); everywhere: in every text.
create table listing_word (
  version text not null references listing_standard,
  word text not null,
  scope text not null check (scope in ('claims', 'everywhere')),
  unless text[] not null,
  reason_zh text not null,
  reason_en text not null,
  primary key (version, word)
);

insert into listing_standard (version, effective_at, lowest_price_percent, highest_price_percent, least_promise_days)
  values ('2026-11', '2026-11-01T00:00:00Z', 50, 105, 7);

insert into listing_word (version, word, scope, unless, reason_zh, reason_en)
select '2026-11', word, 'claims', string_to_array(unless, ','), '绝对化用语（广告法第九条第三项）',
  'an absolute claim (Advertising Law, art. 9 no. 3)'
from (values ('国家级', ''), ('最高级', ''), ('最佳', ''), ('最优惠', ''), ('全网最低', ''), ('史上最低', ''), ('最低价', ''), ('顶级', ''),
  ('第一', '第一步,第一次,第一天,第一章,第一季,第一部,第一人称'), ('独一无二', ''), ('绝无仅有', ''), ('世界级', ''), ('万能', ''),
  ('number one', ''), ('best price', ''), ('lowest price', ''), ('cheapest', '')) w(word, unless);

insert into listing_word (version, word, scope, unless, reason_zh, reason_en)
select '2026-11', word, 'everywhere', string_to_array(unless, ','), zh, en
from (values
  ('套现', '', '资金套现，涉嫌违法支付活动', 'turning credit into cash, an unlawful payment service'),
  ('代充返现', '', '返现式代充，常用于套现与洗钱', 'top-up with cash back, used for cashing out and laundering'),
  ('返现', '', '商品页不得承诺现金返还', 'a listing must not promise cash back'),
  ('洗钱', '', '涉嫌犯罪', 'a crime'),
  ('跑分', '', '为他人转移资金，涉嫌帮助信息网络犯罪', 'moving money for others, aid to online crime'),
  ('刷单', '', '虚假交易（反不正当竞争法第八条）', 'fake trading (Anti-Unfair Competition Law, art. 8)'),
  ('刷信誉', '', '虚假交易（反不正当竞争法第八条）', 'fake trading (Anti-Unfair Competition Law, art. 8)'),
  ('破解', '', '侵犯著作权、规避技术保护措施', 'copyright infringement, circumvention of protection'),
  ('盗版', '', '侵犯著作权', 'copyright infringement'),
  ('注册机', '', '规避技术保护措施', 'circumvention of protection'),
  ('免激活', '', '规避技术保护措施', 'circumvention of protection'),
  ('外挂', '', '破坏游戏程序，涉嫌违法', 'cheating software'),
  ('私服', '', '未经授权的游戏服务', 'an unlicensed game service'),
  ('cracked', '', '侵犯著作权、规避技术保护措施', 'copyright infringement, circumvention of protection'),
  ('keygen', '', '规避技术保护措施', 'circumvention of protection'),
  ('共享账号', '', '违反权益方服务协议，买家可能被封号', 'breaks the provider''s terms; the buyer may lose the account'),
  ('共享帐号', '', '违反权益方服务协议，买家可能被封号', 'breaks the provider''s terms; the buyer may lose the account'),
  ('会员合租', '', '违反权益方服务协议，买家可能被封号', 'breaks the provider''s terms; the buyer may lose the account'),
  ('租号', '', '出租账号违反实名与防沉迷规定', 'renting accounts breaks real-name and minors rules'),
  ('账号出租', '', '出租账号违反实名与防沉迷规定', 'renting accounts breaks real-name and minors rules'),
  ('shared account', '', '违反权益方服务协议，买家可能被封号', 'breaks the provider''s terms; the buyer may lose the account'),
  ('黑卡', '', '来源不合法的卡密', 'cards of unlawful origin'),
  ('灰卡', '', '来源不合法的卡密', 'cards of unlawful origin'),
  ('盗刷', '', '涉嫌犯罪', 'a crime'),
  ('博彩', '', '赌博相关', 'gambling'),
  ('赌博', '', '赌博相关', 'gambling'),
  ('翻墙', '', '违反国际联网管理规定', 'breaks the rules on international networking'),
  ('防沉迷解除', '', '规避未成年人保护', 'circumvents the protection of minors'),
  ('免实名', '', '规避实名制', 'circumvents real-name rules'),
  ('概不退款', '', '不公平格式条款（消费者权益保护法第二十六条）', 'an unfair standard term (Consumer Protection Law, art. 26)'),
  ('概不退换', '', '不公平格式条款（消费者权益保护法第二十六条）', 'an unfair standard term (Consumer Protection Law, art. 26)'),
  ('售出不退', '', '不公平格式条款（消费者权益保护法第二十六条）', 'an unfair standard term (Consumer Protection Law, art. 26)'),
  ('最终解释权', '', '不公平格式条款（消费者权益保护法第二十六条）', 'an unfair standard term (Consumer Protection Law, art. 26)'),
  ('no refunds', '', '不公平格式条款（消费者权益保护法第二十六条）', 'an unfair standard term (Consumer Protection Law, art. 26)'),
  ('先加微信', '', '引导站外交易，脱离平台保障', 'leads the buyer off the platform'),
  ('私下交易', '', '引导站外交易，脱离平台保障', 'leads the buyer off the platform')) w(word, unless, zh, en);

create trigger listing_standard_only_grows before update or delete on listing_standard for each row execute function refuse_change();
create trigger listing_word_only_grows before update or delete on listing_word for each row execute function refuse_change();
do $$
begin
  if exists (select from pg_roles where rolname = 'kameng_app') then
    revoke update, delete, truncate on listing_standard, listing_word from kameng_app;
  end if;
end $$;
