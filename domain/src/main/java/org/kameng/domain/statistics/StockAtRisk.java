package org.kameng.domain.statistics;

import java.util.List;

/** Which stock needs somebody, the emptiest first. */
public interface StockAtRisk {
    /** Fewer available cards than this are few. */
    int FEW = 10;

    int SOON_DAYS = 30;

    List<StockRisk> worst(int limit);
}
