package org.kameng.tools.bench;

import java.util.Map;

/** What a buyer of a load wants; {@code account} is empty for cards. */
record Wish(String sku, String seller, int quantity, Map<String, String> account) {}
