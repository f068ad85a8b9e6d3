/* The English model as bytes in the read-only data of the program. */
    .section .rodata
    .balign 16
    .global dateline_english_model_begin
    .global dateline_english_model_end
dateline_english_model_begin:
    .incbin "indexer/entities/english.model"
dateline_english_model_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
