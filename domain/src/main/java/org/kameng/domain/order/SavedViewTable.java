package org.kameng.domain.order;

import java.time.Clock;
import java.util.List;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class SavedViewTable implements SavedViews {
    private static final int LONGEST_QUERY = 500;

    private final JdbcClient jdbc;
    private final Clock clock;

    SavedViewTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public List<SavedView> of(Actor staff) {
        staff.requireStaff();
        return jdbc.sql("select name, query from saved_view where account_id = :account order by name limit :most")
                .param("account", staff.requireAccount().value())
                .param("most", MOST)
                .query((row, n) -> new SavedView(row.getString("name"), row.getString("query")))
                .list();
    }

    @Override
    @Transactional
    public void save(Actor staff, SavedView view) {
        staff.requireStaff();
        var name = view.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) throw new DomainException(ErrorCode.INVALID_INPUT, "name");
        if (view.query().length() > LONGEST_QUERY || PlainText.namesPhone(view.query()))
            throw new DomainException(ErrorCode.INVALID_INPUT, "query");
        var views = of(staff);
        var known = views.stream().anyMatch(saved -> saved.name().equals(name));
        if (!known && views.size() >= MOST) throw new DomainException(ErrorCode.TOO_MANY_VIEWS, MOST);
        jdbc.sql("""
                insert into saved_view (account_id, name, query, saved_at) values (:account, :name, :query, :now)
                on conflict (account_id, name) do update set query = excluded.query, saved_at = excluded.saved_at""")
                .param("account", staff.requireAccount().value())
                .param("name", name)
                .param("query", view.query())
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    @Override
    public void remove(Actor staff, String name) {
        staff.requireStaff();
        jdbc.sql("delete from saved_view where account_id = :account and name = :name")
                .param("account", staff.requireAccount().value())
                .param("name", name)
                .update();
    }
}
