package org.kameng.ui.vault;

import static org.kameng.ui.shared.Texts.t;

import com.vaadin.flow.component.upload.UploadI18N;

/** The upload field in the reader's language. */
final class UploadWords {

    private UploadWords() {}

    static UploadI18N of() {
        var words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(t("upload.drop")).setMany(t("upload.drop")));
        words.setAddFiles(new UploadI18N.AddFiles().setOne(t("upload.choose")).setMany(t("upload.choose")));
        words.setError(new UploadI18N.Error()
                .setTooManyFiles(t("upload.one"))
                .setFileIsTooBig(t("upload.big"))
                .setIncorrectFileType(t("upload.csv")));
        return words;
    }
}
