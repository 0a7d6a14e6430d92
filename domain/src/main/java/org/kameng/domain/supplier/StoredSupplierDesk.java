package org.kameng.domain.supplier;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kameng.domain.audit.AuditLog;
import org.kameng.domain.shared.Actor;
import org.kameng.domain.shared.DomainException;
import org.kameng.domain.shared.ErrorCode;
import org.kameng.domain.shared.PageRequest;
import org.kameng.domain.shared.PlainText;
import org.kameng.domain.shared.Role;
import org.kameng.domain.shared.Slice;
import org.kameng.domain.shared.SqlTime;
import org.kameng.domain.shared.crypto.FieldCipher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredSupplierDesk implements SupplierDesk {
    private static final int MOST_REASON = 500;
    private static final int ACTIVE_SECRETS = 2;

    private final JdbcClient jdbc;
    private final SupplierDeskReads reads;
    private final FieldCipher cipher;
    private final AuditLog audit;
    private final Clock clock;

    StoredSupplierDesk(JdbcClient jdbc, SupplierDeskReads reads, FieldCipher cipher, AuditLog audit, Clock clock) {
        this.jdbc = jdbc;
        this.reads = reads;
        this.cipher = cipher;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<SupplierRow> suppliers(Actor staff) {
        staff.require(Role.OPERATOR, Role.FINANCE, Role.SUPPORT_AGENT, Role.AUDITOR, Role.ADMIN);
        return reads.suppliers();
    }

    @Override
    public Slice<SourceRow> sources(Actor staff, @Nullable SupplierId supplier, PageRequest page) {
        staff.require(Role.OPERATOR, Role.AUDITOR);
        return reads.sources(supplier, page);
    }

    @Override
    @Transactional
    public void pause(Actor operator, long source, String reason) {
        operator.require(Role.OPERATOR);
        var why = required(reason);
        var paused = jdbc.sql(
                        "update source set paused_at = :now, pause_reason = :why where id = :id and paused_at is null")
                .param("now", SqlTime.of(clock.instant()))
                .param("why", why)
                .param("id", source)
                .update();
        if (paused == 1) tell(operator, "source.paused", source, Map.of("why", why));
    }

    @Override
    @Transactional
    public void resume(Actor operator, SourceRow seen, String reason) {
        operator.require(Role.OPERATOR);
        var why = required(reason);
        var resumed = jdbc.sql("""
                        update source set paused_at = null, pause_reason = null, accepted_cost_fen = cost_fen
                        where id = :id and paused_at is not null and cost_fen = :seen""")
                .param("id", seen.id())
                .param("seen", seen.cost().fen())
                .update();
        if (resumed == 1)
            tell(
                    operator,
                    "source.resumed",
                    seen.id(),
                    Map.of("why", why, "acceptedFen", seen.cost().fen()));
        else if (isPaused(seen.id())) throw new DomainException(ErrorCode.CONFLICT);
    }

    private boolean isPaused(long source) {
        return jdbc.sql("select exists (select 1 from source where id = :id and paused_at is not null)")
                .param("id", source)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Slice<CallRow> calls(Actor staff, CallFilter filter, PageRequest page) {
        requireCalls(staff);
        return reads.calls(filter, page);
    }

    @Override
    @Transactional
    public CallRow.Text call(Actor staff, long id) {
        requireCalls(staff);
        var text = reads.call(id).orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        audit.record(staff, "supplier-call.read", "supplier-call", Long.toString(id), Map.of());
        return text;
    }

    private static void requireCalls(Actor staff) {
        staff.require(Role.OPERATOR, Role.SUPPORT_AGENT, Role.ARBITRATOR, Role.AUDITOR);
    }

    @Override
    public Slice<SupplierAlarmRow> alarms(Actor staff, PageRequest page) {
        staff.require(Role.OPERATOR, Role.SUPPORT_AGENT, Role.AUDITOR);
        return reads.alarms(page);
    }

    @Override
    @Transactional
    public void replaceSecret(Actor admin, SupplierId supplier, String secret) {
        admin.require(Role.ADMIN);
        if (!secret.matches("[\\x21-\\x7E]{16,500}")) throw new DomainException(ErrorCode.INVALID_INPUT, "secret");
        var sealed = jdbc.sql("select secrets_sealed from supplier where id = :id for update")
                .param("id", supplier.value())
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND));
        var context = SupplierSeals.secrets(supplier.value());
        var secrets = new ArrayList<>(SupplierSeals.list(cipher.decrypt(context, sealed)));
        if (secrets.getFirst().equals(secret)) return;
        secrets.remove(secret);
        secrets.addFirst(secret);
        var active = secrets.subList(0, Math.min(secrets.size(), ACTIVE_SECRETS));
        jdbc.sql("update supplier set secrets_sealed = :sealed, changed_at = :now where id = :id")
                .param("sealed", cipher.encrypt(context, SupplierSeals.text(active)))
                .param("now", SqlTime.of(clock.instant()))
                .param("id", supplier.value())
                .update();
        audit.record(admin, "supplier.secret-replaced", "supplier", supplier.value(), Map.of("active", active.size()));
    }

    private void tell(Actor by, String what, long source, Map<String, Object> facts) {
        audit.record(by, what, "source", Long.toString(source), facts);
    }

    private static String required(String reason) {
        return PlainText.reason(reason, MOST_REASON);
    }
}
