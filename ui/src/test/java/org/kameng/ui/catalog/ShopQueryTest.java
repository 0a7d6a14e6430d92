package org.kameng.ui.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;

class ShopQueryTest {

    @ParameterizedTest
    @ValueSource(strings = {"\0", "ga\0me", "x123456789012345678901234567890123456789012345678901234567890"})
    void what_no_shelf_or_seller_can_be_called_is_left_out(String typed) {
        var request = new MockHttpServletRequest("GET", "/");
        request.setParameter("category", typed);
        request.setParameter("seller", typed);
        var read = ShopQuery.of(ServerRequest.create(request, List.of())).filter();
        assertThat(read.category()).isNull();
        assertThat(read.seller()).isNull();
    }
}
