package org.kameng.domain.vault;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kameng.domain.catalog.SellerId;
import org.kameng.domain.catalog.SkuId;
import org.kameng.domain.shared.Actor;

/**
 * Bringing a file of cards in, in two acts: look, then import. The file waits sealed in the database between them, so the
 * import goes on when its page is closed or its process dies. Every method needs OPERATOR; a preview belongs to who made it.
 */
public interface CardImports {
    /** Reads the file and compares it with the vault; imports nothing. The preview of a good file can be imported for 30 minutes. */
    ImportPreview preview(Actor operator, SkuId sku, SellerId seller, String fileName, InputStream csv);

    /**
     * Imports the previewed file in the background, all or nothing; a second call finds the first one's import. The hash says
     * which file the person has seen. An import that broke off is tried again by itself a few times and then is FAILED; this
     * starts it again. Throws IMPORT_GONE.
     */
    ImportStatus start(Actor operator, UUID token, String fileSha256);

    /** Forgets a previewed file or one whose import failed; does nothing to an import that is under way or done. */
    void leave(Actor operator, UUID token);

    Optional<ImportStatus> status(Actor operator, UUID token);

    /** The person's last ten imports, newest first, without those that were left. */
    List<ImportStatus> mine(Actor operator);
}
