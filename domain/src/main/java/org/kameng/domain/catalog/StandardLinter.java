package org.kameng.domain.catalog;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.kameng.domain.shared.Money;
import org.springframework.stereotype.Component;

@Component
class StandardLinter implements ListingLinter {
    private static final int NAME = 2;
    private static final int SENTENCE = 8;
    private static final int TERMS = 4;
    private static final Pattern YUAN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,2})?)\\s*元");
    private static final Pattern AROUND = Pattern.compile(
            "(?<!\\d)1[3-9]\\d{9}(?!\\d)|(?:qq|扣扣|企鹅)[^\\p{L}\\d]{0,3}\\d{5,12}"
                    + "|(?:微信号?|weixin|wechat|\\bvx|\\bwx)[^\\p{L}\\d]{0,3}[a-z\\d_-]{5,20}",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", Pattern.CASE_INSENSITIVE);
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final String WORLD = "GLOBAL";

    private final ListingStandards standards;
    private final Clock clock;

    StandardLinter(ListingStandards standards, Clock clock) {
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public List<Finding> check(Listing listing) {
        var run = new Run(standards.at(clock.instant()), new ArrayList<>());
        product(listing.product(), run);
        var sku = listing.sku();
        if (sku != null) sku(sku, run);
        var offer = listing.offer();
        if (sku != null && offer != null) price(offer.price(), sku.face(), run);
        listing.texts().forEach((field, text) -> words(field, text, run));
        run.findings().sort(Comparator.comparing(Finding::field).thenComparing(Finding::rule));
        return List.copyOf(run.findings());
    }

    private static void product(ProductData product, Run run) {
        run.require(LintRule.L01, ListingField.NAME_ZH, product.nameZh(), NAME);
        run.require(LintRule.L01, ListingField.NAME_EN, product.nameEn(), NAME);
        run.require(LintRule.L02, ListingField.ABOUT_ZH, product.aboutZh(), SENTENCE);
        run.require(LintRule.L02, ListingField.ABOUT_EN, product.aboutEn(), SENTENCE);
    }

    private static void sku(SkuData sku, Run run) {
        run.require(LintRule.L01, ListingField.SKU_NAME_ZH, sku.nameZh(), NAME);
        run.require(LintRule.L01, ListingField.SKU_NAME_EN, sku.nameEn(), NAME);
        face(sku, run);
        if (!sku.region().equals(WORLD) && !COUNTRIES.contains(sku.region()))
            run.add(LintRule.L04, ListingField.REGION, sku.region());
        run.require(LintRule.L05, ListingField.LIMIT_ZH, sku.activationLimitZh(), TERMS);
        run.require(LintRule.L05, ListingField.LIMIT_EN, sku.activationLimitEn(), TERMS);
        if (sku.promiseDays() < run.standard().leastPromiseDays())
            run.add(
                    LintRule.L06,
                    ListingField.PROMISE,
                    String.valueOf(run.standard().leastPromiseDays()));
        run.require(LintRule.L07, ListingField.GUIDE_ZH, sku.guideZh(), SENTENCE);
        run.require(LintRule.L07, ListingField.GUIDE_EN, sku.guideEn(), SENTENCE);
        refund(ListingField.REFUND_ZH, sku.refundPolicyZh(), "退", run);
        refund(ListingField.REFUND_EN, sku.refundPolicyEn(), "refund", run);
    }

    private static void face(SkuData sku, Run run) {
        var said = YUAN.matcher(sku.nameZh());
        if (said.find()
                && new java.math.BigDecimal(said.group(1)).movePointRight(2).longValueExact()
                        != sku.face().fen()) run.add(LintRule.L03, ListingField.FACE, said.group(1));
    }

    private static void refund(ListingField field, String text, String word, Run run) {
        if (text.strip().length() < SENTENCE || !text.toLowerCase(Locale.ROOT).contains(word))
            run.add(LintRule.L08, field, "");
    }

    private static void price(Money price, Money face, Run run) {
        var low = Money.ofFen((face.fen() * run.standard().lowestPricePercent() + 99) / 100);
        var high = Money.ofFen(face.fen() * run.standard().highestPricePercent() / 100);
        if (price.compareTo(low) < 0 || price.compareTo(high) > 0)
            run.add(LintRule.L10, ListingField.PRICE, low.toYuanText() + "–" + high.toYuanText());
    }

    private static void words(ListingField field, String text, Run run) {
        var words = run.standard().words().stream()
                .filter(word -> field.claims() || !word.claimsOnly())
                .toList();
        WordSearch.in(text, words)
                .forEach(word -> run.add(LintRule.L09, field, word.word(), word.reasonZh(), word.reasonEn()));
        var around = AROUND.matcher(java.text.Normalizer.normalize(text, java.text.Normalizer.Form.NFKC));
        if (around.find() || field.claims() && ADDRESS.matcher(text).find()) run.add(LintRule.L11, field, "");
    }

    /** One judgement: the standard and what was found so far. */
    private record Run(ListingStandard standard, List<Finding> findings) {
        void require(LintRule rule, ListingField field, String text, int least) {
            if (text.strip().length() < least) add(rule, field, String.valueOf(least));
        }

        void add(LintRule rule, ListingField field, String what) {
            add(rule, field, what, "", "");
        }

        void add(LintRule rule, ListingField field, String what, String zh, String en) {
            findings.add(new Finding(rule, field, what, zh, en, standard.version()));
        }
    }
}
